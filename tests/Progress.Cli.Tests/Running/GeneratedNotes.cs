using System.Globalization;

namespace Progress.Tests;

/// <summary>Call notes as teams export them, traps included: the same for the same seed.</summary>
internal sealed class GeneratedNotes(int seed)
{
    private static readonly string[] Connects = ["CONTACT", "Connected", "CALLBACK", "cb", "APPOINTMENT", "appointment-set", "NOT INTERESTED", "DNC"];
    private static readonly string[] Misses = ["NO_ANSWER", "NO ANSWER", "NA", "VOICEMAIL", "VM", "BUSY", "WRONG_NUMBER", "DISCONNECTED"];
    private static readonly string[] Leads =
        ["Jonas Silva", "Søren Jensen", "Łukasz Chen", "O'Brien Quist", "Tara Dubois | Sons & Co", "-Nils Dubois", "@x", "Call to Uma Patel", "Eve Ito, \"Jr.\"", ""];

    private static readonly string[] Others = ["Note - roof", "SMS - sent", "Email - reply", "Call-CONTACT | 0:10 | tight", "Callback later", ""];
    private static readonly string[] OddDurations = ["soon", "-1:20", "0:63", "4:88"];

    private readonly Random random = new(seed);
    private readonly List<string> rows = [];

    public IReadOnlyList<string> Reps { get; } = [.. Enumerable.Range(1, 5).Select(i => $"{i:D8}-0000-4000-8000-000000000000")];

    public static string Header => "id,title,createdAt,workspaceMemberId";

    /// <summary>So many rows or a few more, since some notes come with others.</summary>
    public IReadOnlyList<string> Rows(int count)
    {
        while (rows.Count < count) AddNote();
        return rows;
    }

    private void AddNote()
    {
        var (id, at) = (NewId(), new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(90 * 86400)));
        var rep = random.Next(100) == 0 ? "" : Pick(Reps);
        switch (random.Next(100))
        {
            case < 3:
                Add(id, Pick(Others), at, rep);
                break;
            case < 4:
                Add(id, $"Call - NO_ANSWER | {Pick(OddDurations)} | Odd Duration", at, rep);
                break;
            case < 5:
                Add(id, $"Call - PITCHED | 0:{random.Next(60):00} | {Pick(Leads)}", at, rep);
                break;
            default:
                AddCall(id, at, rep);
                break;
        }
    }

    private void AddCall(string id, DateTime at, string rep)
    {
        var connected = random.Next(4) == 0;
        var seconds = connected ? random.Next(10, 900) : random.Next(40);
        var disposition = Pick(connected ? Connects : Misses);
        var duration = random.Next(200) == 0 ? $"1:{seconds / 60:00}:{seconds % 60:00}" : $"{seconds / 60}:{seconds % 60:00}";
        Add(id, $"{(random.Next(50) == 0 ? "  call" : "Call")} - {disposition} | {duration} | {Pick(Leads)}", at, rep);
        switch (random.Next(100))
        {
            case < 25:
                Add(NewId(), $"Call - {disposition.ToLowerInvariant()}", at.AddSeconds(0.4), rep);
                break;
            case < 26:
                rows.Add(rows[^1]);
                break;
            case < 27:
                Add(id, $"Call - CALLBACK | {duration} | Retitled Lead", at, rep);
                break;
        }
    }

    private void Add(string id, string title, DateTime at, string rep)
    {
        var time = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        rows.Add($"{id},\"{title.Replace("\"", "\"\"")}\",{time},{rep}");
    }

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private string Pick(IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];
}
