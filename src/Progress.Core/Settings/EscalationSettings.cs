namespace Progress.Settings;

/// <summary>Who hears of escalations.</summary>
public sealed record EscalationSettings
{
    /// <summary>Where notices go; default nowhere.</summary>
    public IReadOnlyList<EscalationChannel> Channels { get; init; } = [];
}

/// <summary>A place that notices go to.</summary>
public sealed record EscalationChannel
{
    /// <summary>The channel's name, unique among the channels, e.g. <c>critical</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How notices get there.</summary>
    public required ChannelKind Kind { get; init; }

    /// <summary>
    /// Of a webhook the environment variable that holds its address, since who knows that may post; of e-mail the
    /// recipient's address; of a file its path, relative paths from the plan's repository.
    /// </summary>
    public required string Target { get; init; }
}

/// <summary>How a notice gets to its readers.</summary>
public enum ChannelKind
{
    /// <summary>An HTTP POST in the form of Slack's incoming webhooks.</summary>
    Webhook,

    /// <summary>E-mail by SMTP.</summary>
    Email,

    /// <summary>A line at the end of a file.</summary>
    File,
}
