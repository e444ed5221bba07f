using System.Collections.Immutable;

namespace Progress.Doubles;

/// <summary>A column of the records of an object.</summary>
internal sealed record Column(int Index, string Name, FieldType Type, FieldDefinition Field);

/// <summary>An object of the workspace: never changed, replaced when a field is added.</summary>
internal sealed class ObjectDefinition
{
    /// <summary>Places of the columns that every object has.</summary>
    public const int Id = 0, CreatedAt = 1, UpdatedAt = 2, DeletedAt = 3;

    private readonly Dictionary<string, Column> byName;

    public ObjectDefinition(Guid id, string singular, string plural, ImmutableArray<FieldDefinition> fields)
    {
        (ObjectId, Singular, Plural, Fields) = (id, singular, plural, fields);
        SingularCapital = Capital(singular);
        PluralCapital = Capital(plural);
        Columns = [.. fields.Where(field => field.ColumnName is not null)
            .Select((field, index) => new Column(index, field.ColumnName!, field.ColumnType, field))];
        byName = Columns.ToDictionary(column => column.Name);
        CreatedBy = Find("createdBy")?.Index ?? -1;
        UpdatedBy = Find("updatedBy")?.Index ?? -1;
        Position = Find("position")?.Index ?? -1;
        Unique = [.. Columns.Where(column => column.Field.IsUnique)];
    }

    public Guid ObjectId { get; }

    public string Singular { get; }

    public string Plural { get; }

    public string SingularCapital { get; }

    public string PluralCapital { get; }

    public ImmutableArray<FieldDefinition> Fields { get; }

    public ImmutableArray<Column> Columns { get; }

    public ImmutableArray<Column> Unique { get; }

    public int CreatedBy { get; }

    public int UpdatedBy { get; }

    public int Position { get; }

    public string LabelSingular { get; init; } = "";

    public string LabelPlural { get; init; } = "";

    public string? Description { get; init; }

    public string? Icon { get; init; }

    public bool IsCustom { get; init; }

    public bool IsSystem { get; init; }

    public bool IsActive { get; init; } = true;

    public DateTime Created { get; init; }

    public Column? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>True where a field or the column of a relation has the name.</summary>
    public bool Takes(string name) => byName.ContainsKey(name) || Fields.Any(field => field.Name == name);

    public ObjectDefinition With(ImmutableArray<FieldDefinition> fields) => Copy(this, fields);

    public ObjectDefinition With(
        string labelSingular, string labelPlural, string? description, string? icon, bool isActive) =>
        new(ObjectId, Singular, Plural, Fields)
        {
            LabelSingular = labelSingular, LabelPlural = labelPlural, Description = description, Icon = icon,
            IsCustom = IsCustom, IsSystem = IsSystem, IsActive = isActive, Created = Created,
        };

    private static ObjectDefinition Copy(ObjectDefinition old, ImmutableArray<FieldDefinition> fields) =>
        new(old.ObjectId, old.Singular, old.Plural, fields)
        {
            LabelSingular = old.LabelSingular, LabelPlural = old.LabelPlural, Description = old.Description,
            Icon = old.Icon, IsCustom = old.IsCustom, IsSystem = old.IsSystem, IsActive = old.IsActive,
            Created = old.Created,
        };

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
