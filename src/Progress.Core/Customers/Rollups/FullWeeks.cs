namespace Progress.Customers;

/// <summary>The last eight weeks, Monday to Sunday, that are over at the end of a day.</summary>
/// <param name="Last">The Sunday on which the last of them ends.</param>
internal readonly record struct FullWeeks(int Last)
{
    public const int Count = 8;
    private const int Days = 7;

    public int First => Last - (Count * Days) + 1;

    /// <summary>First and last day of each, the earliest first.</summary>
    public IEnumerable<(int From, int To)> Each
    {
        get
        {
            for (var from = First; from <= Last; from += Days) yield return (from, from + Days - 1);
        }
    }

    /// <summary>A Sunday is over at its own end.</summary>
    public static FullWeeks Before(int day) => new(day - (int)DateOnly.FromDayNumber(day).DayOfWeek);
}
