namespace Progress.Tests;

/// <summary>A workplace with the calls of <see cref="SeedExample"/>, for tests that leave it as good as they found it.</summary>
public sealed class SeedPlace : IDisposable
{
    public SeedPlace() => Place.Do("import-calls", Place.Notes("notes.csv", SeedExample.Rows(Workplace.Ana)));

    internal Workplace Place { get; } = Workplace.WithReps();

    public void Dispose() => Place.Dispose();
}
