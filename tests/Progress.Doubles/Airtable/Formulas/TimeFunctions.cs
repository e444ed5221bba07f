namespace Progress.Doubles.Airtable;

internal static class TimeFunctions
{
    public static readonly Dictionary<string, KnownFunction> All = new()
    {
        ["NOW"] = new(0, 0, (scope, _) => scope.Now),
        ["TODAY"] = new(0, 0, (scope, _) => scope.Now.Date),
        ["CREATED_TIME"] = new(0, 0, (scope, _) => scope.Row.Created),
        ["LAST_MODIFIED_TIME"] = new(0, Functions.Any, LastModified),
        ["IS_AFTER"] = new(2, 2, OfTimes((a, b) => a > b)),
        ["IS_BEFORE"] = new(2, 2, OfTimes((a, b) => a < b)),
        ["IS_SAME"] = new(2, 3, Functions.OfValues(IsSame)),
        ["DATETIME_PARSE"] = new(1, 3, Functions.OfValues(Parse)),
        ["DATEADD"] = new(3, 3, Functions.OfValues(Add)),
    };

    private static Function OfTimes(Func<DateTime, DateTime, bool> compare) => Functions.OfValues((_, values) =>
        FormulaValues.Time(values[0]) is { } a && FormulaValues.Time(values[1]) is { } b
            ? compare(a, b)
            : values[0] is null || values[1] is null ? false : FormulaError.Instance);

    private static object? LastModified(FormulaScope scope, IReadOnlyList<Expression> arguments)
    {
        var fields = arguments.Select(one => (one as FieldValue)?.Field ?? throw FormulaFault.Invalid()).ToList();
        return Computed.Modified(scope.Row, fields, scope.Switches);
    }

    private static object IsSame(FormulaScope scope, object?[] values)
    {
        if (FormulaValues.Time(values[0]) is not { } a || FormulaValues.Time(values[1]) is not { } b)
            return values[0] is null || values[1] is null ? false : FormulaError.Instance;
        var unit = values.Length > 2 ? FormulaValues.Text(values[2]) : "millisecond";
        return Truncated(a, unit) == Truncated(b, unit);
    }

    private static DateTime Truncated(DateTime time, string unit) => Singular(unit) switch
    {
        "year" => new DateTime(time.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        "month" => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc),
        "day" => time.Date,
        "hour" => Cut(time, TimeSpan.TicksPerHour),
        "minute" => Cut(time, TimeSpan.TicksPerMinute),
        "second" => Cut(time, TimeSpan.TicksPerSecond),
        "millisecond" => Cut(time, TimeSpan.TicksPerMillisecond),
        _ => throw AirtableError.NotImitated($"the unit '{unit}' of IS_SAME()"),
    };

    private static DateTime Cut(DateTime time, long ticks) => new(time.Ticks - (time.Ticks % ticks), DateTimeKind.Utc);

    private static object? Parse(FormulaScope scope, object?[] values)
    {
        if (values.Length > 1)
            throw AirtableError.NotImitated("DATETIME_PARSE() with a format");
        return values[0] is null ? null : FormulaValues.Time(values[0]) is { } time ? time : FormulaError.Instance;
    }

    private static object Add(FormulaScope scope, object?[] values)
    {
        if (FormulaValues.Time(values[0]) is not { } time || FormulaValues.Number(values[1]) is not { } count)
            return FormulaError.Instance;
        var unit = FormulaValues.Text(values[2]);
        return Singular(unit) switch
        {
            "millisecond" => time.AddMilliseconds(count),
            "second" => time.AddSeconds(count),
            "minute" => time.AddMinutes(count),
            "hour" => time.AddHours(count),
            "day" => time.AddDays(count),
            "week" => time.AddDays(7 * count),
            "month" => time.AddMonths((int)count),
            "quarter" => time.AddMonths(3 * (int)count),
            "year" => time.AddYears((int)count),
            _ => throw AirtableError.NotImitated($"the unit '{unit}' of DATEADD()"),
        };
    }

    private static string Singular(string unit) => unit.ToLowerInvariant().TrimEnd('s');
}
