namespace Progress.Import;

/// <summary>What the items of a JSON file are.</summary>
/// <param name="Noun">What one is called, e.g. <c>note</c>.</param>
/// <param name="Names">Names of which an object on a line of its own has at least one where it is an item.</param>
/// <param name="Envelope">The properties that lead from the object of an answer to its list.</param>
/// <param name="Allowed">What a file may be, for messages.</param>
internal sealed record JsonItemKind(string Noun, IReadOnlySet<string> Names, IReadOnlyList<string> Envelope, string Allowed);
