namespace Progress.Doubles;

/// <summary>A condition in SQL's three-valued logic: null is "unknown" and matches nothing, negated or not.</summary>
internal abstract class Predicate
{
    public abstract bool? Test(RowVersion row);
}

internal sealed class Comparison(Column column, int part, Func<object?, bool?> test) : Predicate
{
    /// <summary>The ids that can match, where the condition is on the id alone.</summary>
    public Guid[]? Ids { get; init; }

    public override bool? Test(RowVersion row)
    {
        var value = row[column.Index];
        return test(part < 0 ? value : (value as object?[])?[part]);
    }
}

internal sealed class And(Predicate[] items) : Predicate
{
    public Predicate[] Items => items;

    public override bool? Test(RowVersion row)
    {
        bool? all = true;
        foreach (var item in items)
        {
            var one = item.Test(row);
            if (one == false)
                return false;
            all &= one;
        }

        return all;
    }
}

internal sealed class Or(Predicate[] items) : Predicate
{
    public override bool? Test(RowVersion row)
    {
        bool? any = false;
        foreach (var item in items)
        {
            var one = item.Test(row);
            if (one == true)
                return true;
            any |= one;
        }

        return any;
    }
}

internal sealed class Not(Predicate item) : Predicate
{
    public override bool? Test(RowVersion row) => !item.Test(row);
}
