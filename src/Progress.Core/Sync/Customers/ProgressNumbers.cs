using Dapper;
using Progress.Customers;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Numbers of codes, as records get them with their first push: the remote's where it counts, else the next.</summary>
internal sealed class ProgressNumbers(StoreChange change, TaskProgressTable table)
{
    /// <summary>The record with the number that the remote gave it, or with one of ours if it has none.</summary>
    public TaskProgressRow Number(TaskProgressRow row, long? remote)
    {
        if (remote is not { } given) return row.Number is null ? row with { Number = table.NextNumber() } : row;
        if (row.Number == given) return row;
        if (row.Number is { } former) table.Retire(former);
        if (Holder(given) is { } holder) Move(holder);
        return row with { Number = given };
    }

    /// <summary>The remote's count holds: who had the number by our own count gets another.</summary>
    private void Move(TaskProgressRow holder)
    {
        var moved = holder with { Number = table.NextNumber() };
        table.Update(moved);
        change.Audit(EntityNames.TaskProgress, holder.Key, new { holder.Code }, new { moved.Code });
    }

    private TaskProgressRow? Holder(long number) =>
        change.Connection.QuerySingleOrDefault<byte[]?>("SELECT sync_key FROM task_progress WHERE number = @number", new { number }) is { } key
            ? table.Find(StoredValues.ToGuid(key))
            : null;
}
