using System.Globalization;

namespace Progress.Bench;

/// <summary>Makes a file of call notes in the shape of a real export; the same arguments make the same bytes.</summary>
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
        var random = new Random(seed);
        var members = Enumerable.Range(0, reps).Select(_ => NewId(random)).ToArray();
        var first = new DateTime(2026, 7, 1, 13, 0, 0, DateTimeKind.Utc);
        using var file = new StreamWriter(path);
        file.Write("id,title,createdAt,workspaceMemberId\n");
        for (var i = 0; i < notes; i++)
        {
            var at = first.AddDays(random.Next(days)).AddMilliseconds(random.Next(8 * 3600 * 1000));
            var seconds = random.Next(random.Next(4) switch { 0 => 400, 1 => 60, _ => 30 });
            file.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{NewId(random)},Call - {Dispositions[random.Next(Dispositions.Length)]} | {seconds / 60}:{seconds % 60:00} | Lead Number {i % 5000},{at:yyyy-MM-dd'T'HH:mm:ss.fff'Z'},{members[random.Next(reps)]}\n"));
        }
    }

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
