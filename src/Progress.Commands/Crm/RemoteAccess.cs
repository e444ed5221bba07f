using System.Management.Automation;
using System.Net;
using System.Security;
using Progress.Store;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>What cmdlets bring along for remotes: where requests are told, and keys that PowerShell holds.</summary>
internal static class RemoteAccess
{
    private const string GetSecret = "Get-Secret";

    /// <summary>The network, with every request as verbose output.</summary>
    public static SyncHost Remote(this Cmdlet cmdlet) => SyncHost.Default with { Trace = cmdlet.WriteVerbose };

    /// <summary>Reads the secrets of connections whose keys this session does not know yet.</summary>
    public static void ReadSecrets(this PSCmdlet cmdlet, StoreLocation store, string? connection)
    {
        foreach (var one in CrmConnections.List(store, connection))
            if (one.SecretName is { } name && !ApiKeys.Has(store, one.Name)) TryRead(cmdlet, store, one.Name, name);
    }

    /// <summary>The key that a secret of SecretManagement holds.</summary>
    /// <exception cref="ProgressException"><c>SecretManagementMissing</c>; <c>SecretNotRead</c>.</exception>
    public static string Secret(this PSCmdlet cmdlet, string name)
    {
        if (cmdlet.InvokeCommand.GetCommand(GetSecret, CommandTypes.All) is null)
            throw new ProgressException(
                "SecretManagementMissing", ErrorKind.NotFound,
                $"The key is in the secret {name}, and there is no {GetSecret}. Install-PSResource Microsoft.PowerShell.SecretManagement, or use -ApiKeyVariable.", name);
        try
        {
            var found = cmdlet.InvokeCommand.InvokeScript($"param($name) {GetSecret} -Name $name -ErrorAction Stop", name);
            return found.Count == 1 && Text(found[0].BaseObject) is { Length: > 0 } key ? key : throw NotRead(name, "it is no text");
        }
        catch (RuntimeException error)
        {
            throw NotRead(name, error.Message.TrimEnd('.'));
        }
    }

    /// <summary>The text of a key; it is kept in memory only.</summary>
    public static string Text(this SecureString key) => new NetworkCredential("", key).Password;

    private static string? Text(object secret) => secret switch
    {
        SecureString key => key.Text(),
        PSCredential credential => credential.Password.Text(),
        _ => secret as string,
    };

    private static void TryRead(PSCmdlet cmdlet, StoreLocation store, string connection, string secret)
    {
        try
        {
            ApiKeys.Give(store, connection, cmdlet.Secret(secret));
        }
        catch (ProgressException error)
        {
            cmdlet.WriteWarning($"{connection}: {error.Message}");
        }
    }

    private static ProgressException NotRead(string name, string why) =>
        new("SecretNotRead", ErrorKind.NotFound, $"The secret {name} cannot be read: {why}. Get-SecretInfo lists the secrets.", name);
}
