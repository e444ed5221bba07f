namespace Progress.Doubles.Airtable;

/// <summary>Which field a name in a formula is.</summary>
/// <param name="returnsById">The request asks for field ids in the answer.</param>
/// <param name="isFilter">False in formulas of fields, where ids always count.</param>
internal sealed class FieldNames(Table table, bool returnsById = false, bool isFilter = true)
{
    /// <param name="found">Null for an id that is taken but finds nothing.</param>
    /// <returns>False for an unknown name.</returns>
    public bool TryFind(string key, FieldIdsInFormulas ids, out Field? found)
    {
        found = table.Fields.Find(field => field.Name == key);
        if (found is not null)
            return true;
        found = table.Fields.Find(field => field.Id == key);
        if (!isFilter || !IdSource.Is("fld", key) || ids == FieldIdsInFormulas.Field)
            return found is not null;
        if (ids == FieldIdsInFormulas.NoMatch || (ids == FieldIdsInFormulas.FieldWhenReturnedById && !returnsById))
            found = null;
        return ids != FieldIdsInFormulas.Unknown;
    }
}
