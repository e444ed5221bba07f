namespace Progress.Doubles.Airtable;

/// <summary>What is known about the request in hand.</summary>
/// <param name="Fault">What is to go wrong with it.</param>
internal sealed record Call(DateTimeOffset At, AirtableSwitches Switches, IdSource Ids, Random Random, Fault? Fault)
{
    /// <summary>In whole seconds, as the service keeps times.</summary>
    public DateTime Now { get; } = new(At.UtcTicks - (At.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    public FormulaScope ScopeOf(Record row) => new(row, At.UtcDateTime, Switches);
}
