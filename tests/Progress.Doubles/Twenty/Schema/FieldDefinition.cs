using System.Text.Json;

namespace Progress.Doubles;

internal sealed record FieldDefinition(Guid Id, string Name, FieldType Type, string Label)
{
    public bool IsCustom { get; init; }

    public bool IsSystem { get; init; }

    public bool IsNullable { get; init; } = true;

    public bool IsUnique { get; init; }

    public string? Description { get; init; }

    public string? Icon { get; init; }

    public JsonElement? Default { get; init; }

    public JsonElement? Settings { get; init; }

    public JsonElement? Options { get; init; }

    /// <summary>True for the side of a relation that has a column of its own.</summary>
    public bool HasJoinColumn { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>The name under which records carry the value; null where they carry none.</summary>
    public string? ColumnName => Type switch
    {
        FieldType.RELATION or FieldType.MORPH_RELATION => HasJoinColumn ? Name + "Id" : null,
        FieldType.TS_VECTOR or FieldType.FILES => null,
        _ => Name,
    };

    public FieldType ColumnType => Type is FieldType.RELATION or FieldType.MORPH_RELATION ? FieldType.UUID : Type;
}
