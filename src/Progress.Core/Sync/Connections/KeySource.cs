using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Where a connection's key comes from.</summary>
/// <param name="Kind">From where.</param>
/// <param name="Name">Name of the variable or secret; of a given key the connection's.</param>
internal sealed record KeySource(KeyKind Kind, string Name)
{
    /// <summary>How the store names it, e.g. <c>variable:TWENTY_API_KEY</c>.</summary>
    public string Id => $"{Kind.ToString().ToLowerInvariant()}:{Name}";

    /// <summary>What to do when there is no key.</summary>
    public string NextStep => Kind switch
    {
        KeyKind.Variable => $"Set the environment variable {Name} to a key of the service.",
        KeyKind.Secret => $"Connect-Crm -SecretName {Name} reads the secret into this session; progressctl takes keys from environment variables only.",
        _ => "Connect-Crm -ApiKey gives the key to this session; with -ApiKeyVariable it is found in every session.",
    };

    /// <summary>Null for a service that takes no key.</summary>
    public static KeySource? Of(ConnectionSettings connection) => connection switch
    {
        { Provider: CrmProvider.RedHawk } => null,
        { ApiKeyVariable: { } variable } => new KeySource(KeyKind.Variable, variable),
        { SecretName: { } secret } => new KeySource(KeyKind.Secret, secret),
        _ => new KeySource(KeyKind.Given, connection.Name),
    };

    /// <summary>The key as it is now, or null.</summary>
    public string? Read(StoreLocation store, string connection, SyncHost host)
    {
        var key = Kind == KeyKind.Variable ? host.Variable(Name) : ApiKeys.Find(store, connection);
        return string.IsNullOrWhiteSpace(key) ? null : key;
    }

    public override string ToString() => Kind == KeyKind.Given ? "given, this session only" : $"{Kind.ToString().ToLowerInvariant()} {Name}";
}

/// <summary>From where a key comes.</summary>
internal enum KeyKind
{
    /// <summary>An environment variable.</summary>
    Variable,

    /// <summary>A secret of SecretManagement.</summary>
    Secret,

    /// <summary>Somebody gave it to this process.</summary>
    Given,
}
