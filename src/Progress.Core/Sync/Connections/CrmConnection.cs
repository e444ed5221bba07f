using Progress.Settings;

namespace Progress.Sync;

/// <summary>A connection with a CRM.</summary>
public sealed record CrmConnection
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Which system.</summary>
    public required CrmProvider Provider { get; init; }

    /// <summary>The service's root.</summary>
    public required string Uri { get; init; }

    /// <summary>Where the key comes from: <c>variable X</c>, <c>secret x</c>, <c>given, this session only</c> or <c>none</c>; never the key.</summary>
    public string KeySource => Key?.ToString() ?? "none";

    /// <summary>The secret of SecretManagement that holds the key; null where it comes from elsewhere.</summary>
    public string? SecretName => Key is { Kind: KeyKind.Secret } secret ? secret.Name : null;

    /// <summary>Calls a minute that the service allows, as the settings say; null for what its documentation says.</summary>
    public double? PerMinute { get; init; }

    /// <summary>The part of the limit that is used, greater than 0 and up to 1.</summary>
    public double Pace { get; init; }

    /// <summary>When the key expires, UTC, where it tells; only of a connection just made.</summary>
    public DateTime? KeyExpires { get; init; }

    /// <summary>What a person should know of it; only of a connection just made.</summary>
    public string? Warning { get; init; }

    internal KeySource? Key { get; init; }

    /// <summary>Host and port, as keys are bound to them and limits shared.</summary>
    internal string Host
    {
        get
        {
            var address = new Uri(Uri);
            return $"{address.IdnHost}:{address.Port}";
        }
    }

    /// <summary>How often it may be called.</summary>
    internal CallLimit Limit
    {
        get
        {
            var traits = Providers.Traits(Provider);
            return new CallLimit(PerMinute ?? traits.PerMinute, traits.Burst, Pace);
        }
    }

    internal static CrmConnection Of(ConnectionSettings settings, SyncSettings sync) => new()
    {
        Name = settings.Name, Provider = settings.Provider, Uri = settings.Uri, PerMinute = settings.PerMinute,
        Pace = settings.Pace ?? sync.Pace, Key = Sync.KeySource.Of(settings),
    };
}
