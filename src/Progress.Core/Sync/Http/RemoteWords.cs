namespace Progress.Sync;

/// <summary>Faults on the way to a remote, in words.</summary>
internal sealed class RemoteWords(Uri root)
{
    private const string Kept = "What is pending is kept and sent with a later sync.";

    private readonly string host = root.Authority;

    public RemoteException Unreachable(Exception cause, bool maybeDone) => new(
        RemoteFault.Unreachable, $"{host} cannot be reached: {cause.Message.TrimEnd('.')}. Check the network, and the address with Get-CrmSyncStatus. {Kept}",
        cause) { MayHaveBeenDone = maybeDone };

    public RemoteException TooSlow(RemoteRequest request, bool maybeDone) => new(
        RemoteFault.Unreachable, $"{host} gave no answer to {request} within {request.Timeout.TotalSeconds:0} s. Check the network and the service. {Kept}")
    { MayHaveBeenDone = maybeDone };

    public RemoteException Redirected(RemoteRequest request, Uri? location)
    {
        var target = location is null ? "nowhere" : location.IsAbsoluteUri ? location.Authority : "another path of the same host";
        return new(RemoteFault.Redirected,
            $"{host} redirects {request} to {target}; a key is not carried there. If that is the right service, connect anew with its own address as -Uri.");
    }

    public RemoteException ServerError(RemoteRequest request, int status, bool maybeDone, TimeSpan? wait = null) => new(
        RemoteFault.ServerError, $"{host} failed at {request} with status {status}. Look into the service's log if it stays so. {Kept}")
    { MayHaveBeenDone = maybeDone, RetryAfter = wait };

    public RemoteException WebPage(RemoteRequest request, int status, bool maybeDone) => new(
        RemoteFault.BadAnswer, $"{host} answers {request} with a web page (status {status}): a proxy, a sign-in page or the wrong address. Check -Uri and the proxy.")
    { MayHaveBeenDone = maybeDone };

    public RemoteException TooLarge(RemoteRequest request, bool maybeDone) => new(
        RemoteFault.BadAnswer, $"{host} answers {request} with more than {ReplyBody.MaxBytes >> 20} MiB, which is not taken. Check -Uri.")
    { MayHaveBeenDone = maybeDone };

    public RemoteException NotJson(RemoteRequest request, int status, Exception? cause, bool maybeDone) => new(
        RemoteFault.BadAnswer,
        $"{host} answers {request} (status {status}) with something that is not JSON of at most {ReplyBody.MaxDepth} levels. Check -Uri; a proxy may have cut it.", cause)
    { MayHaveBeenDone = maybeDone };

    public RemoteException Unexpected(RemoteRequest request, int status) => new(
        RemoteFault.Refused, $"{host} refuses {request} with status {status} and does not say why. Check -Uri and the version of the service.");

    public RemoteException NoKey() => new(
        RemoteFault.KeyMissing, $"There is no key for {host} in this session: set the variable, unlock the secret or give the key to Connect-Crm again.");

    public RemoteException BadKey() => new(
        RemoteFault.KeyInvalid, $"The key for {host} has characters that no key has (a space, a line break). Copy it again, whole and alone.");
}
