using System.Globalization;
using Progress.Reps;

namespace Progress.Tests.Reps.Properties;

/// <summary>A file of notes with the traps of real exports: second notes, notes saved again under another title or rep, notes that no
/// rep is named in, unknown dispositions, durations that are none, and times at the border of days.</summary>
internal sealed class GeneratedNotes(int seed)
{
    public static readonly (string Name, string Zone)[] Reps = [("Ana", "America/New_York"), ("Bo", "Australia/Lord_Howe"), ("Cy", "Europe/Berlin")];

    private static readonly string[] Dispositions =
        ["NO_ANSWER", "no answer", "NA", "VOICEMAIL", "VM", "Contact", "CONTACTED", "CALLBACK", "Appointment-Set", "APPT", "NI", "DNC", "busy", "WN", "PITCHED", ""];

    private static readonly string[] Titles = ["Call - contact", "SMS - hello", "Note - roof", "Call - BUSY | 0:60 | Al", "Call - BUSY | -1:20", "Call- BUSY | 0:30 | Al"];
    private static readonly string[] Leads = ["Ana | Bo", "Call to Al", "=HYPERLINK(\"x\")", "", "Søren"];

    private readonly Random random = new(seed);

    public List<SourceNote> Make(int count)
    {
        var notes = new List<SourceNote>();
        while (notes.Count < count)
        {
            var note = New();
            notes.Add(note);
            var fate = random.Next(20);
            if (fate == 0) notes.Add(note);
            if (fate is 1 or 2) notes.Add(note with { Title = Title() });
            if (fate == 3) notes.AddRange([note with { UpdatedAt = Time(60) }, note with { UpdatedAt = Time(60), Title = Title() }]);
            if (fate == 4) notes.Add(note with { WorkspaceMemberId = Rep() });
            if (fate == 5) notes.Add(note with { CreatedAt = Time(40) });
        }

        return notes;
    }

    public static List<SourceNote> Shuffle(IEnumerable<SourceNote> notes, int seed)
    {
        var shuffled = notes.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }

    /// <summary>Reps in their zones, with training and deals enough for calls to promote them.</summary>
    public static TestStore Store()
    {
        var store = new TestStore();
        foreach (var (name, zone) in Reps)
        {
            store.Rep(name, zone);
            for (var i = 0; i < 6; i++) store.Achieved(name, AchievementKind.Module, $"module_{i}", $"2026-09-{5 + i:00}T10:00", 1);
            store.Achieved(name, AchievementKind.Exam, "operative_certification", "2026-09-15T10:00", 0.9);
            store.Did(name, "deal_closed", "2026-09-12T10:00", 5);
        }

        return store;
    }

    private SourceNote New()
    {
        var id = new byte[16];
        random.NextBytes(id);
        return new SourceNote(0, new Guid(id).ToString(), random.Next(8) == 0 ? Titles[random.Next(Titles.Length)] : Title(), Time(40), random.Next(10) == 0 ? Time(60) : null, Rep());
    }

    private string? Rep() => random.Next(15) == 0 ? null : TestStore.Id(Reps[random.Next(Reps.Length)].Name).ToString();

    private string Title()
    {
        var lead = random.Next(3) == 0 ? "" : $" | {Leads[random.Next(Leads.Length)]}";
        return $"Call - {Dispositions[random.Next(Dispositions.Length)]} | {random.Next(5)}:{random.Next(60):00}{lead}";
    }

    /// <summary>A time from 2026-08-25 on, often within a minute of an hour at which some rep's day begins.</summary>
    private string Time(int days)
    {
        var day = new DateTime(2026, 8, 25, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(days));
        var time = random.Next(4) == 0
            ? day.AddHours(new[] { 4, 13.5, 22, 0 }[random.Next(4)]).AddSeconds(random.Next(-1, 2))
            : day.AddHours(14).AddMilliseconds(random.Next(8 * 3_600_000));
        return time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
