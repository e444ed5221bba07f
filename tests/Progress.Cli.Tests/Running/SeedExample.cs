namespace Progress.Tests;

/// <summary>The seed's own example: 100 calls, 20 conversations, 65 of the calls under 30 s, all on one day.</summary>
internal static class SeedExample
{
    public const string Day = "2026-09-30";

    /// <summary>65 drops, 20 conversations of which four set appointments, 15 calls that nobody answered.</summary>
    public static IEnumerable<string> Rows(string rep) =>
        Calls().Select((title, i) => $",{title} | Lead {i},{Day}T14:{i / 60:00}:{i % 60:00}Z,{rep}");

    private static IEnumerable<string> Calls() =>
        Enumerable.Repeat("Call - NO_ANSWER | 0:12", 65)
            .Concat(Enumerable.Repeat("Call - CONTACT | 4:00", 16))
            .Concat(Enumerable.Repeat("Call - APPOINTMENT | 6:00", 4))
            .Concat(Enumerable.Repeat("Call - VOICEMAIL | 0:45", 15));
}
