namespace Progress.Doubles;

/// <summary>What the role of an API key may do.</summary>
public enum Role
{
    Admin,

    /// <summary>Everything but the metadata API.</summary>
    NoDataModel,

    /// <summary>Reads records only.</summary>
    ReadOnly,

    /// <summary>Everything but the records of workspaceMembers.</summary>
    NoMembers,
}

internal sealed record ApiKey(Guid Id, string Name, Role Role, DateTimeOffset Expires);
