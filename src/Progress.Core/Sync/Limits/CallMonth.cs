namespace Progress.Sync;

/// <summary>Calls of a calendar month, UTC.</summary>
/// <param name="Number">Months since year 0.</param>
/// <param name="Calls">Calls made in it.</param>
internal readonly record struct CallMonth(int Number, int Calls)
{
    /// <summary>When the month ends, UTC.</summary>
    public DateTime End => new((Number + 1) / 12, ((Number + 1) % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The month of a moment: this one, or another in which nobody has called yet.</summary>
    public CallMonth At(DateTime utc) => NumberOf(utc) is var number && number == Number ? this : new(number, 0);

    private static int NumberOf(DateTime utc) => (utc.Year * 12) + utc.Month - 1;
}
