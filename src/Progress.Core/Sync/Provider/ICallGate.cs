namespace Progress.Sync;

/// <summary>Who lets calls through to a remote, one after the other, and learns from its refusals.</summary>
internal interface ICallGate
{
    /// <summary>Waits until <paramref name="calls"/> more calls may be made.</summary>
    void Wait(int calls, CancellationToken cancel);

    /// <summary>Says that the remote refused a call as one too many: nobody calls before the time is over, and a lower limit is kept.</summary>
    void Refused(TimeSpan? retryAfter, double? perMinute);
}
