using Progress.Sync;

namespace Progress.Cli;

/// <summary>Shows what a CRM has of what we keep there.</summary>
internal static class SchemaView
{
    private static readonly Table<CrmSchemaField> Fields = new(
        new("Field", f => f.Name),
        new("Type", f => f.Type),
        new("State", f => f.Found is null ? f.State : $"{f.State}: {f.Found}"),
        new("Next step", f => f.NextStep is null ? "" : Wording.Of(f.NextStep)));

    public static void Show(Page page, IReadOnlyList<CrmSchemaTest> tests)
    {
        if (tests.Count == 0) page.Line("Nothing is kept there.");
        foreach (var test in tests)
        {
            page.Heading($"{test.Connection}: {test.Entity} {(test.Passed ? "is complete" : test.Exists ? "is incomplete" : "does not exist")}");
            if (!test.Passed) page.Table([.. test.Fields.Where(f => f.State != FieldState.Present)], Fields);
        }
    }
}
