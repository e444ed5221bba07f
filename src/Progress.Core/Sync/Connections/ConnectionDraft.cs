using Progress.Settings;
using Progress.Store;

namespace Progress.Sync;

/// <summary>A connection as somebody asks for it: what they leave out is as it was when it was made.</summary>
public sealed record ConnectionDraft
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Which system; needed the first time.</summary>
    public CrmProvider? Provider { get; init; }

    /// <summary>The service's root; needed the first time, but of Airtable, whose public API it is where none is given.</summary>
    public string? Uri { get; init; }

    /// <summary>Of Airtable, the id of the base; needed the first time.</summary>
    public string? Base { get; init; }

    /// <summary>The key, for this session.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The environment variable that holds the key.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>The secret that holds the key.</summary>
    public string? SecretName { get; init; }

    /// <summary>Calls a minute that the service allows.</summary>
    public double? PerMinute { get; init; }

    /// <summary>Name, system and address; never the key.</summary>
    public override string ToString() => $"{Name}: {Provider} at {Uri}";

    private const string PublicAirtable = "https://api.airtable.com";

    /// <summary>All that is to be known of the connection.</summary>
    /// <exception cref="ProgressException"><c>InvalidConnection</c>: it is new, and something is left out; <c>InvalidSettings</c>.</exception>
    public NewCrmConnection Complete(StoreLocation store)
    {
        var known = UserSettings.Load(store.Folder).Connections.FirstOrDefault(c => c.Name.Equals(Name, StringComparison.OrdinalIgnoreCase));
        var provider = Provider ?? known?.Provider ?? throw Missing("-Provider");
        var asked = new NewCrmConnection
        {
            Name = known?.Name ?? Name, Provider = provider,
            Uri = Uri ?? known?.Uri ?? (provider == CrmProvider.Airtable ? PublicAirtable : throw Missing("-Uri")),
            Base = Base ?? (known?.Provider == provider ? known.Base : null),
            ApiKey = ApiKey, ApiKeyVariable = ApiKeyVariable, SecretName = SecretName, PerMinute = PerMinute ?? known?.PerMinute,
        };
        if (known is null || known.Provider != asked.Provider || (ApiKey ?? ApiKeyVariable ?? SecretName) is not null) return asked;
        return known is { ApiKeyVariable: null, SecretName: null }
            ? asked with { ApiKey = ApiKeys.Find(store, known.Name) }
            : asked with { ApiKeyVariable = known.ApiKeyVariable, SecretName = known.SecretName };
    }

    private ProgressException Missing(string what) => new(
        "InvalidConnection", ErrorKind.Usage, $"There is no connection '{Name}' yet. To make it, give -Provider and -Uri; {what} is missing.", Name);
}
