namespace Progress.Doubles;

/// <summary>The objects of the workspace and the tables of their records.</summary>
internal sealed class Workspace
{
    private readonly Dictionary<string, Table> byPlural = [];
    private readonly Dictionary<string, Table> bySingular = [];
    private readonly List<ObjectDefinition> objects;

    public Workspace(bool morphTargets)
    {
        objects = [.. StandardObjects.All(morphTargets)];
        foreach (var definition in objects)
            Register(new Table(definition));
    }

    public IReadOnlyList<ObjectDefinition> Objects => objects;

    public Table? ByPlural(string plural) => byPlural.GetValueOrDefault(plural);

    public Table? BySingular(string singular) => bySingular.GetValueOrDefault(singular);

    public ObjectDefinition? ById(Guid id) => objects.Find(definition => definition.ObjectId == id);

    public ObjectDefinition? ByField(Guid fieldId) =>
        objects.Find(definition => definition.Fields.Any(field => field.Id == fieldId));

    public void Add(ObjectDefinition definition)
    {
        objects.Add(definition);
        Register(new Table(definition));
    }

    public void Replace(ObjectDefinition definition)
    {
        objects[objects.FindIndex(known => known.ObjectId == definition.ObjectId)] = definition;
        byPlural[definition.Plural].Type = definition;
    }

    public void Remove(ObjectDefinition definition)
    {
        objects.RemoveAll(known => known.ObjectId == definition.ObjectId);
        byPlural.Remove(definition.Plural);
        bySingular.Remove(definition.Singular);
    }

    private void Register(Table table)
    {
        byPlural.Add(table.Type.Plural, table);
        bySingular.Add(table.Type.Singular, table);
    }
}
