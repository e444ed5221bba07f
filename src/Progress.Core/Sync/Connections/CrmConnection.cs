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

    /// <summary>Of Airtable, the id of the base; null of all others.</summary>
    public string? Base { get; init; }

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

    /// <summary>How often the background looks for changes there; null where it does not, as each call counts.</summary>
    internal TimeSpan? PullPeriod => Provider == CrmProvider.Airtable && Plan == AirtablePlan.Free ? null : Providers.Traits(Provider).PullPeriod;

    /// <summary>Of Airtable, the workspace's plan.</summary>
    internal AirtablePlan Plan { get; init; }

    /// <summary>What has a limit of its own and agrees on records: the host, and of Airtable the base.</summary>
    internal string Remote => Base is null ? Host : $"{Host}/{Base}";

    /// <summary>Host and port, as keys are bound to them.</summary>
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
            var perMonth = (Provider, Plan) switch
            {
                (CrmProvider.Airtable, AirtablePlan.Free) => 1_000,
                (CrmProvider.Airtable, AirtablePlan.Team) => 100_000,
                _ => (int?)null,
            };
            return new CallLimit(PerMinute ?? traits.PerMinute, traits.Burst, Pace) { Most = traits.MostPerMinute, PerMonth = perMonth };
        }
    }

    internal static CrmConnection Of(ConnectionSettings settings, UserSettings user) => new()
    {
        Name = settings.Name, Provider = settings.Provider, Uri = settings.Uri, Base = settings.Base, PerMinute = settings.PerMinute,
        Pace = settings.Pace ?? user.Sync.Pace, Plan = user.Airtable.Plan, Key = Sync.KeySource.Of(settings),
    };
}
