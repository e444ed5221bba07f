namespace Progress.Csv;

/// <summary>Leaves a property out of CSV.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CsvIgnoreAttribute : Attribute;
