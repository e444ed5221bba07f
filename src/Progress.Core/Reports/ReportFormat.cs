namespace Progress.Reports;

/// <summary>How a value is shown to people.</summary>
public enum ReportFormat
{
    /// <summary>As text; lists joined by commas.</summary>
    Text,

    /// <summary>With grouped thousands and at most two decimals, right aligned.</summary>
    Number,

    /// <summary>A rate of 0–1 in percent with one decimal, right aligned.</summary>
    Percent,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A point in time to the minute, <c>yyyy-MM-dd HH:mm</c> with <c>Z</c> for UTC.</summary>
    Time,
}
