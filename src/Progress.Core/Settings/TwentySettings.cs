namespace Progress.Settings;

/// <summary>How Twenty is read.</summary>
public sealed record TwentySettings
{
    /// <summary>
    /// The field of people that holds the id of the member who owns a person, e.g. <c>ownerId</c>: a call whose note names no member then
    /// belongs to the owner of the person whom the note is linked to. Null, the default, leaves such calls to nobody.
    /// </summary>
    public string? PersonOwnerField { get; init; }

    /// <summary>Which records are deals closed; null, the default, for none.</summary>
    public OutcomeSettings? Deals { get; init; }

    /// <summary>Which records are appointments held, once their time has passed; null, the default, for none.</summary>
    public OutcomeSettings? Appointments { get; init; }
}

/// <summary>Which records of Twenty count, for whom and when.</summary>
public sealed record OutcomeSettings
{
    /// <summary>The object, by the plural of its API name, e.g. <c>opportunities</c>.</summary>
    public required string Object { get; init; }

    /// <summary>The field that holds the id of the member who is credited, e.g. <c>ownerId</c>; a part of one as <c>createdBy.workspaceMemberId</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>The field that says when, e.g. <c>closeDate</c>.</summary>
    public required string At { get; init; }

    /// <summary>Fields, and of each the values with which a record counts; all of them must fit, e.g. <c>stage</c>: <c>WON</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> When { get; init; }
}
