using System.Globalization;
using Progress.Csv;
using Progress.Customers;
using Progress.Reps;

namespace Progress.Demo;

/// <summary>The sample files, read as a user's script would read them.</summary>
internal sealed class DemoSamples(string folder)
{
    private const string ProgressFile = "task-progress.csv";

    public string CallNotes => Path.Combine(folder, "call-notes.csv");

    public string TaskCatalog => Path.Combine(folder, "task-catalog.csv");

    public string TaskProgress => Path.Combine(folder, ProgressFile);

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

    public IEnumerable<NewCustomer> Customers() =>
        Rows("customers.csv", ["CustomerId", "Name", "CurrentMilestone"], cells => new NewCustomer(cells[0], cells[1], cells[2]));

    /// <summary>When the day ends on which a customer last completed a task, UTC.</summary>
    public DateTime LastCompletion() =>
        Rows(ProgressFile, ["CompletedDate"], cells => cells[0]).Where(day => day.Length > 0)
            .Max(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);

    /// <summary>When the last thing that a rep did happened, UTC.</summary>
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
