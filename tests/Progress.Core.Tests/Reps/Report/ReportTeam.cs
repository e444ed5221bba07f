using Progress.Reps;
using Progress.Store;

namespace Progress.Tests.Reps;

/// <summary>A small team in a store of its own, as of 2026-09-30: a rep with the seed's calls, a new one who slackens, and one without calls.</summary>
internal sealed class ReportTeam : IDisposable
{
    public static readonly IsoTime AsOf = new(new DateOnly(2026, 9, 30));

    private static readonly Guid Ana = Guid.Parse("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Bo = Guid.Parse("22222222-2222-4222-8222-222222222222");
    private static readonly Guid Cleo = Guid.Parse("33333333-3333-4333-8333-333333333333");

    private readonly string folder = Directory.CreateTempSubdirectory("progress-reps-").FullName;

    public ReportTeam()
    {
        Store = ProgressStore.Open(
            new StoreLocation(Path.Combine(folder, "progress.db")), new StoreOptions { Command = "test", User = "tester", Clock = new Noon() });
        RepDirectory.Add(Store, new NewRep(Ana, "Ana Ölmez", "Europe/Berlin", StartDate: new DateOnly(2026, 6, 1)));
        RepDirectory.Add(Store, new NewRep(Bo, "Bo | <b>New</b>", "America/New_York", StartDate: new DateOnly(2026, 9, 14)));
        RepDirectory.Add(Store, new NewRep(Cleo, "Cleo"));
        CallImport.FromNotes(Store, [.. SeedExample(), .. Slackening(), Note(null, "Call - CONTACT | 1:00 | Nobody's", 29, 10)], new ImportOptions());
        RepActivities.Add(Store, [.. Activities()]);
        RepAchievements.Add(Store, [.. Modules()]);
    }

    public ProgressStore Store { get; }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The seed's example on five days: 100 calls, 20 conversations, 65 of the calls under 30 s.</summary>
    private static IEnumerable<SourceNote> SeedExample()
    {
        for (var i = 0; i < 100; i++)
        {
            var title = i switch
            {
                < 65 => "Call - NO_ANSWER | 0:20 | Short",
                < 83 => "Call - CONTACT | 2:30 | Long",
                < 85 => "Call - APPOINTMENT | 5:00 | Set",
                _ => "Call - VOICEMAIL | 0:40 | Left",
            };
            yield return Note(Ana, title, 24 + (i % 5), 8);
        }
    }

    /// <summary>Forty dials in the week before last, ten in the last; none since three days.</summary>
    private static IEnumerable<SourceNote> Slackening()
    {
        for (var i = 0; i < 40; i++) yield return Note(Bo, $"Call - NO_ANSWER | 0:45 | {i}", 17 + (i % 7), 15);
        for (var i = 0; i < 10; i++) yield return Note(Bo, $"Call - CALLBACK | 1:30 | {i}", 24 + (i % 4), 15);
    }

    private static IEnumerable<NewActivity> Activities() =>
    [
        new("Ana Ölmez", "appointment_held", IsoTime.Parse("2026-09-25T12:00"), Id: "held-1"),
        new("Ana Ölmez", "deal_closed", IsoTime.Parse("2026-09-28T12:00"), Id: "deal-1"),
        new("Ana Ölmez", "cadence_started", IsoTime.Parse("2026-09-05T12:00"), LeadId: "lead-1", Id: "cadence-1"),
        new("Ana Ölmez", "cadence_started", IsoTime.Parse("2026-09-05T12:00"), LeadId: "lead-2", Id: "cadence-2"),
        new("Ana Ölmez", "cadence_completed", IsoTime.Parse("2026-09-20T12:00"), LeadId: "lead-2", Id: "cadence-3"),
    ];

    private static IEnumerable<NewAchievement> Modules() =>
    [
        new("Ana Ölmez", AchievementKind.Module, "module_0", .9, At: IsoTime.Parse("2026-09-01")),
        new("Ana Ölmez", AchievementKind.Module, "module_1", .8, At: IsoTime.Parse("2026-09-08")),
        new("Cleo", AchievementKind.Module, "module_0", .79, At: IsoTime.Parse("2026-09-08")),
    ];

    private static SourceNote Note(Guid? rep, string title, int day, int hour) =>
        new(1, Guid.NewGuid().ToString(), title, $"2026-09-{day:00}T{hour:00}:00:00Z", null, rep?.ToString());

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);
    }
}
