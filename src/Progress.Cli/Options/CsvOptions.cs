using System.CommandLine;
using System.Globalization;
using Progress.Csv;

namespace Progress.Cli;

/// <summary>How CSV is read or written.</summary>
internal static class CsvOptions
{
    public static Option<CsvDialect> Dialect { get; } = new("--dialect")
    {
        Description = "Whom the CSV is for: machine (default) or excel.", HelpName = "machine|excel",
        CustomParser = OptionRules.OneOf<CsvDialect>,
    };

    public static Option<CultureInfo?> Culture { get; } = new("--culture")
    {
        Description = "Whose separator and decimal sign --dialect excel uses, e.g. de-DE; by default the user's.", HelpName = "name",
        CustomParser = OptionRules.Culture,
    };

    public static CsvFormat Format(Session session) => CsvFormat.Of(session.Get(Dialect), session.Get(Culture));
}
