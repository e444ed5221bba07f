using System.Globalization;
using System.Text;

namespace Progress.Doubles;

internal sealed record SampleRep(Guid Id, string Name, string TimeZone, string? RedHawkId);

/// <summary>The members, call notes and customers of the module's samples.</summary>
internal static class SampleData
{
    private const int Notes = 200;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    public static IEnumerable<SampleRep> Reps() => Rows("reps.csv")
        .Select(row => new SampleRep(Guid.Parse(row[0]), row[1], row[2], row[3]));

    public static void Fill(TwentyDouble twenty)
    {
        foreach (var rep in Reps())
        {
            var name = rep.Name.Split(' ', 2);
            twenty.AddMember(rep.Id, name[0], name.Length > 1 ? name[1] : "", rep.TimeZone);
        }

        foreach (var row in Rows("call-notes.csv").DistinctBy(row => row[0]).Take(Notes))
        {
            var at = DateTimeOffset.Parse(row[2], CultureInfo.InvariantCulture);
            twenty.AddNote(Guid.Parse(row[0]), row[1], at, row[3].Length > 0 ? Guid.Parse(row[3]) : null, at);
        }
    }

    /// <summary>Ids and names.</summary>
    public static IEnumerable<(string Id, string Name)> Customers() => Rows("customers.csv").Select(row => (row[0], row[1]));

    /// <summary>The records of a CSV file after its header; fields may be quoted and hold line breaks.</summary>
    private static IEnumerable<List<string>> Rows(string file)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        var rows = new List<List<string>>();
        foreach (var c in File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n"))
        {
            if (c == '"')
                quoted = Quote(field, quoted);
            else if (quoted || c is not (',' or '\n'))
                field.Append(c);
            else
                End(c);
        }

        return rows.Skip(1).Where(one => one.Count > 1);

        void End(char c)
        {
            row.Add(field.ToString().Replace("\u0001", ""));
            field.Clear();
            if (c != '\n')
                return;
            rows.Add(row);
            row = [];
        }
    }

    /// <summary>A quote right after the end of a quoted part is a quote of the text.</summary>
    private static bool Quote(StringBuilder field, bool quoted)
    {
        if (quoted)
        {
            field.Append('\u0001');
            return false;
        }

        if (field.Length > 0 && field[^1] == '\u0001')
            field[^1] = '"';
        return true;
    }
}
