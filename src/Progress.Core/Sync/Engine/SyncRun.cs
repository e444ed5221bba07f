using Progress.Reps;
using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Runs one pass of one connection from lease to log.</summary>
internal sealed class SyncRun(ProgressStore store, CrmConnection connection, UserSettings settings, SyncRequest request, CancellationToken cancel)
{
    public const string SchemaCursor = "schema";

    private static readonly TimeSpan SchemaAge = TimeSpan.FromDays(1);

    private readonly DateTime started = store.UtcNow;

    /// <exception cref="ProgressException"><c>SyncBusy</c>: another pass is at work.</exception>
    public SyncResult Run()
    {
        if (settings.Sync.Paused) return Keep(new SyncResult { Connection = connection.Name, Status = SyncOutcome.Paused, Messages = new[] { "Sync is paused: Set-ProgressSetting sync.paused false lets it go on." } }, null);
        using var lease = SyncLease.Take(store, connection.Name, $"{store.Options.Command} of {store.Options.User} (process {Environment.ProcessId})", request.Wait, cancel);
        OpenedConnection? opened = null;
        try
        {
            opened = CrmConnections.Open(store, connection, request.Host, request.Pace, ConnectionMapping.Of(store, connection, settings));
            return Pass(opened, lease);
        }
        catch (RemoteException fault)
        {
            return Failed(fault.Fault.ToString(), fault.Message, opened?.Gate.Calls ?? 0);
        }
        catch (ProgressException fault) when (fault.Kind is ErrorKind.Usage)
        {
            return Failed(fault.Id, fault.Message, 0);
        }
        finally
        {
            opened?.Dispose();
        }
    }

    private SyncResult Pass(OpenedConnection opened, SyncLease lease)
    {
        opened.Gate.Meanwhile = lease.Renew;
        SettleDevice();
        var switches = new SyncSwitches(settings.RedHawk.PaysXp, settings.RedHawk.TrustScores, settings.Twenty, settings.Airtable.CreateCustomers);
        var pass = new SyncPass(store, connection.Name, opened.Provider, request, switches, cancel) { Breathe = lease.Renew };
        RemoteException? end = null;
        try
        {
            Prepare(pass);
            foreach (var flow in SyncFlows.Of(connection.Provider, request.Direction)) Run(pass, flow);
        }
        catch (RemoteException fault)
        {
            end = fault;
        }

        return Keep(Result(pass, opened.Gate.Calls, end), pass, end);
    }

    /// <summary>A store that was copied here is another device.</summary>
    private void SettleDevice()
    {
        var place = request.Host.Variable("PROGRESS_DEVICE") is { Length: > 0 } name ? $"device {name}" : $"{Environment.MachineName} {store.Location.Path}";
        store.Change(
            change =>
            {
                StoreIdentity.Settle(change, place);
                return true;
            },
            cancel: cancel);
    }

    private void Prepare(SyncPass pass)
    {
        if (request.Full)
            pass.Change(change =>
            {
                foreach (var reading in SyncFlows.Readings) CursorTable.Forget(change, connection.Name, reading);
                foreach (var entity in Providers.Outbox(connection.Provider)) OutboxTable.Retry(change, entity);
                return true;
            });
        pass.Schema = Schema(pass);
        foreach (var entity in pass.Schema.Entities.Where(e => e.Exists))
        {
            var left = entity.Fields.Where(f => f.State != FieldState.Present && !f.IsOptional).Select(f => f.State == FieldState.WrongType ? $"{f.Name} ({f.Found})" : f.Name).ToList();
            if (left.Count > 0) pass.Say($"{entity.Name}: not sent, as the remote has no such field: {string.Join(", ", left)}.");
        }
    }

    /// <summary>What the remote has is asked once a day, and after every pass in which something went wrong.</summary>
    private RemoteSchema Schema(SyncPass pass)
    {
        if (ConnectionState.Read(store, connection.Name).Schema is { } known && store.UtcNow - CursorTable.At(store, connection.Name, SchemaCursor) < SchemaAge)
        {
            pass.Provider.Assume(known);
            return known;
        }

        var schema = pass.Provider.Describe(cancel);
        pass.Change(change =>
        {
            CursorTable.Save(change, connection.Name, SchemaCursor, "");
            return true;
        });
        return schema;
    }

    /// <summary>A fault of one mapping stops that one; a fault of the connection ends the pass.</summary>
    private static void Run(SyncPass pass, ISyncFlow flow)
    {
        try
        {
            flow.Run(pass);
        }
        catch (RemoteException fault) when (!fault.EndsPass)
        {
            pass.Fail(fault.Fault.ToString(), $"{flow.Name}: {fault.Message}");
        }
    }

    private SyncResult Result(SyncPass pass, int calls, RemoteException? end)
    {
        var refused = Providers.Outbox(connection.Provider).Sum(entity => OutboxTable.Refused(store, entity));
        return new SyncResult
        {
            Connection = connection.Name, Direction = request.Direction, Calls = calls, Pushed = pass.Pushed, Created = pass.Created,
            Pulled = pass.Pulled, CallNotes = pass.CallNotes, Conflicts = pass.Conflicts, Refused = refused,
            Status = end is not null ? SyncOutcome.Failed : pass.IsPartial || refused > 0 ? SyncOutcome.Partly : SyncOutcome.Done,
            Messages = end is null ? pass.Messages : pass.Messages.Append(end.Message).ToList(),
        };
    }

    private SyncResult Failed(string id, string message, int calls)
    {
        var result = new SyncResult { Connection = connection.Name, Direction = request.Direction, Calls = calls, Status = SyncOutcome.Failed, Messages = new[] { message } };
        return Keep(result, null, error: (id, message));
    }

    /// <summary>The state after a pass that came to its end, though a part of it may not have been possible.</summary>
    private ConnectionState Passed(ConnectionState state, (string Id, string Message)? problem, DateTime now)
    {
        var (sent, fetched) = (request.Direction != SyncDirection.Pull && connection.Provider != CrmProvider.RedHawk, request.Direction != SyncDirection.Push);
        state = state with { LastPush = sent ? now : state.LastPush, LastPull = fetched ? now : state.LastPull };
        return problem is var (id, message) ? state.Failed(id, message, now, isPartial: true) : state.Recovered(isWhole: request.Direction == SyncDirection.Both);
    }

    private SyncResult Keep(SyncResult result, SyncPass? pass, RemoteException? end = null, (string Id, string Message)? error = null)
    {
        if (end is not null) error = (end.Fault.ToString(), end.Message);
        return store.Change(change =>
        {
            result = result with
            {
                StartedAt = started, EndedAt = change.Now, Pending = Providers.Outbox(connection.Provider).Sum(entity => OutboxTable.Pending(store, entity)),
                LocalOnlyCalls = connection.Provider == CrmProvider.Twenty ? CrmCalls.CountLocalOnly(store) : 0,
            };
            if (result.Status == SyncOutcome.Paused) return result;
            var state = ConnectionState.Read(store, connection.Name);
            if (error is var (id, message)) state = state.Failed(id, message, change.Now);
            else state = Passed(state, pass?.Problem, change.Now);
            if (pass is { Schema.Entities.Count: > 0 }) state = state with { Schema = pass.Schema };
            if (result.Status != SyncOutcome.Done) CursorTable.Forget(change, connection.Name, SchemaCursor);
            state.Save(change);
            CrmSyncLog.Add(change, result);
            return result;
        });
    }
}
