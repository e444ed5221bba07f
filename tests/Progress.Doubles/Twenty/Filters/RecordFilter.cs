namespace Progress.Doubles;

/// <summary>A condition on the records of one object.</summary>
/// <param name="Root">Null where nothing was asked: every record matches.</param>
/// <param name="MentionsTrash">True where the condition names deletedAt; else reads leave trashed records out.</param>
internal sealed record RecordFilter(Predicate? Root, bool MentionsTrash)
{
    public static RecordFilter None { get; } = new(null, MentionsTrash: false);

    public bool IsEmpty => Root is null;

    /// <summary>The ids that can match, where the condition says so.</summary>
    public Guid[]? Ids { get; } = IdsOf(Root);

    public bool Matches(RowVersion row) => Root is null || Root.Test(row) == true;

    public bool MatchesVisible(RowVersion row) =>
        (MentionsTrash || row[ObjectDefinition.DeletedAt] is null) && Matches(row);

    private static Guid[]? IdsOf(Predicate? predicate) => predicate switch
    {
        Comparison comparison => comparison.Ids,
        And and => and.Items.Select(IdsOf).FirstOrDefault(ids => ids is not null),
        _ => null,
    };
}
