using Progress.Settings;

namespace Progress.Sync;

/// <summary>A connection to be made.</summary>
public sealed record NewCrmConnection
{
    /// <summary>Its name: a letter, then up to 31 letters, digits and hyphens. One that exists is made anew.</summary>
    public required string Name { get; init; }

    /// <summary>Which system; one connection each.</summary>
    public required CrmProvider Provider { get; init; }

    /// <summary>The service's root, <c>https://</c>; <c>http://</c> only on this computer, or with the setting <c>sync.allowHttp</c>.</summary>
    public required string Uri { get; init; }

    /// <summary>Of Airtable, the id of the base, e.g. <c>appA1b2C3d4E5f6G7</c>; null of all others.</summary>
    public string? Base { get; init; }

    /// <summary>The key, which is held in memory only: without <see cref="SecretName"/> for this session, with it as read from the secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The environment variable that holds the key.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>The secret that holds the key.</summary>
    public string? SecretName { get; init; }

    /// <summary>Calls a minute that the service allows; null for what its documentation says. Another than before also ends what refusals taught.</summary>
    public double? PerMinute { get; init; }

    /// <summary>Name, system and address; never the key.</summary>
    public override string ToString() => $"{Name}: {Provider} at {Uri}";
}
