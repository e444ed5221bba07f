using System.Globalization;

namespace Progress.Bench;

/// <summary>A call note in the shape of a real export.</summary>
internal sealed record BenchNote(Guid Id, string Title, DateTime At, Guid Member);

/// <summary>Makes call notes; the same arguments make the same ones.</summary>
internal static class NoteFile
{
    private static readonly string[] Dispositions =
    [
        .. Enumerable.Repeat("NO_ANSWER", 48), .. Enumerable.Repeat("VOICEMAIL", 16), .. Enumerable.Repeat("CONTACT", 12),
        .. Enumerable.Repeat("NOT_INTERESTED", 5), .. Enumerable.Repeat("WRONG_NUMBER", 4), .. Enumerable.Repeat("APPOINTMENT", 3),
        .. Enumerable.Repeat("CALLBACK", 3), "VM", "NA", "BUSY", "DNC", "PITCHED",
    ];

    public static void Write(string path, int notes, int reps, int days, int seed = 7)
    {
        using var file = new StreamWriter(path);
        file.Write("id,title,createdAt,workspaceMemberId\n");
        foreach (var note in Notes(notes, reps, days, seed))
            file.Write(string.Create(CultureInfo.InvariantCulture, $"{note.Id},{note.Title},{note.At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'},{note.Member}\n"));
    }

    public static IEnumerable<BenchNote> Notes(int notes, int reps, int days, int seed = 7)
    {
        var random = new Random(seed);
        var members = Members(reps, random);
        var first = new DateTime(2026, 7, 1, 13, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < notes; i++)
        {
            var at = first.AddDays(random.Next(days)).AddMilliseconds(random.Next(8 * 3600 * 1000));
            var seconds = random.Next(random.Next(4) switch { 0 => 400, 1 => 60, _ => 30 });
            var title = $"Call - {Dispositions[random.Next(Dispositions.Length)]} | {seconds / 60}:{seconds % 60:00} | Lead Number {i % 5000}";
            yield return new BenchNote(NewId(random), title, at, members[random.Next(reps)]);
        }
    }

    /// <summary>The reps of the notes of the same seed.</summary>
    public static Guid[] Members(int reps, int seed = 7) => Members(reps, new Random(seed));

    private static Guid[] Members(int reps, Random random) => [.. Enumerable.Range(0, reps).Select(_ => NewId(random))];

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
