namespace Progress.Doubles;

/// <summary>What every operation on records passes: the permission of the role, then the bucket of the workspace.</summary>
internal sealed class OperationGate
{
    private readonly TokenBucket bucket = new();

    public static void CheckDataModel(ApiKey key)
    {
        if (key.Role is Role.NoDataModel or Role.ReadOnly)
            throw Denied();
    }

    public void Enter(Table table, CallContext call, bool writes)
    {
        Charge(call);
        if ((writes && call.Key.Role == Role.ReadOnly)
            || (call.Key.Role == Role.NoMembers && table.Type.Singular == "workspaceMember"))
            throw Denied();
    }

    private static ApiError Denied() =>
        new(403, "PERMISSION_DENIED", "Entity performing the request does not have permission");

    private void Charge(CallContext call)
    {
        var options = call.Options;
        if (options.Throttle == ThrottleForm.None || (options.Throttle == ThrottleForm.GraphQl && !call.ViaGraphQl))
            return;
        var now = new DateTimeOffset(call.Now, TimeSpan.Zero);
        if (!bucket.TryTake(options.Limit, options.WindowMs, now))
            throw new Throttled(
                options.Throttle, options.Limit, options.WindowMs,
                bucket.Wait(options.Limit, options.WindowMs, now), bucket.FullAt(options.Limit, options.WindowMs));
    }
}
