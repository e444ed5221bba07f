using System.Globalization;
using Progress.Csv;
using Progress.Reps;

namespace Progress.Demo;

/// <summary>The sample files, read as a user's script would read them.</summary>
internal sealed class DemoSamples(string folder)
{
    public string CallNotes => Path.Combine(folder, "call-notes.csv");

    public IEnumerable<NewRep> Reps() =>
        Rows("reps.csv", ["RepId", "Name", "TimeZone", "RedHawkId", "StartDate"], cells => new NewRep(
            Guid.Parse(cells[0]), cells[1], cells[2], cells[3],
            cells[4].Length == 0 ? null : DateOnly.ParseExact(cells[4], "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    public IEnumerable<NewActivity> Activities() =>
        Rows("activities.csv", ["RepId", "Kind", "At", "Count", "LeadId", "Id"], cells => new NewActivity(
            cells[0], cells[1], IsoTime.Parse(cells[2]), int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], cells[5]));

    public IEnumerable<NewAchievement> Achievements() =>
        Rows("achievements.csv", ["RepId", "Kind", "Id", "Score", "At"], cells => new NewAchievement(
            cells[0], Enum.Parse<AchievementKind>(cells[1], ignoreCase: true), cells[2],
            double.Parse(cells[3], CultureInfo.InvariantCulture), At: IsoTime.Parse(cells[4])));

    /// <summary>When the last thing in any of the files happened, UTC.</summary>
    public DateTime LastMoment() =>
        Rows("call-notes.csv", ["createdAt"], cells => IsoTime.Parse(cells[0]))
            .Concat(Activities().Select(a => a.At!.Value))
            .Concat(Achievements().Select(a => a.At!.Value))
            .Max(time => time.ToUtc(TimeZoneInfo.Utc));

    private IEnumerable<T> Rows<T>(string file, string[] columns, Func<string[], T> read)
    {
        using var rows = CsvRows.Open(Path.Combine(folder, file), CsvFormat.Machine);
        var positions = columns.Select(column => rows.Require(column)).ToArray();
        while (rows.Read()) yield return read([.. positions.Select(position => rows[position])]);
    }
}
