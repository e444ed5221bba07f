namespace Progress.Sync.RedHawk;

/// <summary>Tells from an answer of RedHawk what went wrong; its own errors are <c>{error, details?}</c>.</summary>
internal sealed class RedHawkFaults(string host)
{
    private const int MaxText = 300;

    public RemoteException? Read(RemoteReply reply) => reply.Status switch
    {
        < 400 or >= 500 => null,
        429 => new(RemoteFault.Throttled, Words(reply, "asks for fewer calls. Sync goes on more slowly")) { RetryAfter = reply.RetryAfter },
        401 or 403 => new(RemoteFault.Forbidden, Words(reply, "wants a sign-in, which the Academy itself does not. Check -Uri and the proxy before it")),
        404 or 405 => new(RemoteFault.NotFound, Words(reply, "has no such address. Check -Uri: the Academy's root, or its /api/redhawk")),
        _ => new(RemoteFault.Refused, Words(reply, "refuses the request. Check the rep's RedHawkId (Get-Rep, Set-Rep)")),
    };

    private string Words(RemoteReply reply, string what)
    {
        var said = reply.Body.At("error").Text() is { Length: > 0 } error ? $"\"{Plain(error)}\", " : "";
        return $"RedHawk at {host} {what} ({said}status {reply.Status}).";
    }

    private static string Plain(string text) => string.Concat(text.Take(MaxText).Select(c => char.IsControl(c) ? ' ' : c));
}
