namespace Progress.Sync;

/// <summary>What a remote has of what we keep there.</summary>
/// <param name="Entities">One for each entity that the provider writes.</param>
internal sealed record RemoteSchema(IReadOnlyList<RemoteEntity> Entities)
{
    /// <summary>The entity of that name.</summary>
    public RemoteEntity this[string name] => Entities.First(e => e.Name == name);
}

/// <summary>One entity of a remote.</summary>
/// <param name="Name">Its name, e.g. <c>repProgression</c>.</param>
/// <param name="Exists">Whether it is there.</param>
/// <param name="Fields">Every field that we know, in documented order.</param>
internal sealed record RemoteEntity(string Name, bool Exists, IReadOnlyList<RemoteField> Fields)
{
    /// <summary>The remote's id of it, where it has one.</summary>
    public string? Id { get; init; }

    /// <summary>What it is called there, where it may be called otherwise.</summary>
    public string? Title { get; init; }

    /// <summary>Fields that can be written.</summary>
    public IReadOnlySet<string> Usable { get; } = Fields.Where(f => f.State == FieldState.Present).Select(f => f.Name).ToHashSet();
}

/// <summary>One field of an entity.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The remote's type that it should have.</param>
/// <param name="State">Whether it is there and usable.</param>
/// <param name="Found">The type that it has, where another one.</param>
/// <param name="Note">What a person must do by hand, or null.</param>
internal sealed record RemoteField(string Name, string Type, FieldState State, string? Found = null, string? Note = null)
{
    /// <summary>Whether it may lack: only a person can add it, or it serves people alone.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The remote's id of it, where it has one.</summary>
    public string? Id { get; init; }

    /// <summary>What it is called there, where it may be called otherwise.</summary>
    public string? Title { get; init; }

    /// <summary>Of a field of choices, those that it has; null of any other.</summary>
    public IReadOnlyList<string>? Choices { get; init; }
}

/// <summary>Whether a field is there.</summary>
public enum FieldState
{
    /// <summary>It is there and usable.</summary>
    Present,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there with a type that we cannot use.</summary>
    WrongType,
}
