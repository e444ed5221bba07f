namespace Progress.Help;

/// <summary>What help says of a cmdlet.</summary>
/// <param name="Verb">Its verb.</param>
/// <param name="Noun">Its noun.</param>
/// <param name="Synopsis">What it does, in a sentence.</param>
/// <param name="Description">Paragraphs.</param>
/// <param name="Sets">Its parameter sets, the default one first.</param>
/// <param name="Outputs">What it writes.</param>
/// <param name="Examples">Examples.</param>
/// <param name="Links">Names of other topics.</param>
internal sealed record CmdletHelp(
    string Verb, string Noun, string Synopsis, IReadOnlyList<string> Description, IReadOnlyList<ParameterSet> Sets,
    IReadOnlyList<TypeHelp> Outputs, IReadOnlyList<ExampleHelp> Examples, IReadOnlyList<string> Links)
{
    public string Name => $"{Verb}-{Noun}";

    /// <summary>Every parameter once, as the first set that has it describes it.</summary>
    public IEnumerable<ParameterHelp> Parameters => Sets.SelectMany(set => set.Parameters).DistinctBy(parameter => parameter.Name);
}

/// <summary>A way to call a cmdlet.</summary>
/// <param name="Name">Name of the set.</param>
/// <param name="Parameters">In the order of the syntax line.</param>
internal sealed record ParameterSet(string Name, IReadOnlyList<ParameterHelp> Parameters);

/// <summary>A parameter in a set.</summary>
internal sealed record ParameterHelp
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required TypeHelp Type { get; init; }

    public bool IsMandatory { get; init; }

    /// <summary>Position from 0, or null where it must be named.</summary>
    public int? Position { get; init; }

    public bool ByValue { get; init; }

    public bool ByPropertyName { get; init; }

    public bool TakesWildcards { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What holds where the parameter is not given; null where nothing does.</summary>
    public string? Default { get; init; }
}

/// <summary>A type as help names it.</summary>
/// <param name="Name">E.g. <c>String[]</c>.</param>
/// <param name="FullName">Without brackets, with its namespace.</param>
/// <param name="Summary">What it is.</param>
/// <param name="IsSwitch">Whether a parameter of it takes no value.</param>
/// <param name="Values">Of an enumeration, its values.</param>
internal sealed record TypeHelp(string Name, string FullName, string Summary, bool IsSwitch, IReadOnlyList<string> Values);

/// <summary>An example.</summary>
/// <param name="Code">What to type.</param>
/// <param name="Remarks">What it shows.</param>
internal sealed record ExampleHelp(string Code, IReadOnlyList<string> Remarks);
