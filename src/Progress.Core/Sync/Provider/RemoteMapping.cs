namespace Progress.Sync;

/// <summary>What of a remote is read only because the settings name it.</summary>
/// <param name="PersonOwner">The field of a person that holds the member who owns the person; null for none.</param>
/// <param name="Objects">Objects of the remote by the entity that each is to us.</param>
internal sealed record RemoteMapping(string? PersonOwner, IReadOnlyDictionary<string, MappedObject> Objects)
{
    /// <summary>The field of a note's record in which the owner of the person stands, where the note names no member itself.</summary>
    public const string NoteOwner = "personOwner";

    public static RemoteMapping None { get; } = new(null, new Dictionary<string, MappedObject>());

    /// <summary>What tables of the remote are called and offer, by the entity that each is to us; what is left out is as we call it.</summary>
    public IReadOnlyDictionary<string, MappedTable> Tables { get; init; } = new Dictionary<string, MappedTable>();
}

/// <summary>What a table is called and offers.</summary>
/// <param name="Title">Its title; null for our name of it.</param>
/// <param name="Fields">Titles of its fields, by our names; those left out are as we call them.</param>
/// <param name="Choices">What fields of choices are to offer, by our names, where that is no part of their definition.</param>
internal sealed record MappedTable(
    string? Title, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, IReadOnlyList<string>> Choices);

/// <summary>An object of the remote that the settings name.</summary>
/// <param name="Name">Its name in addresses, e.g. <c>opportunities</c>.</param>
/// <param name="Fields">Fields to read, those of a part as <c>field.part</c>; records come with these.</param>
/// <param name="Due">The field with a time at which a record that did not change says something new; null for none.</param>
internal sealed record MappedObject(string Name, IReadOnlyList<string> Fields, string? Due);
