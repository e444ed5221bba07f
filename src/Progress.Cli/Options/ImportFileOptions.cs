using System.CommandLine;
using Progress.Import;

namespace Progress.Cli;

/// <summary>How an import treats the file that it reads.</summary>
internal static class ImportFileOptions
{
    public static Option<bool> SkipInvalid { get; } = new("--skip-invalid")
    {
        Description = "Import the sound rows of a file that has unsound ones; exit code 1.",
    };

    public static Option<string?> RejectPath { get; } = new("--reject-path")
    {
        Description = "Where --skip-invalid writes the rows that it skips.", HelpName = "file", Validators = { OptionRules.NotEmpty },
    };

    /// <summary>Options of a command that reads a file whole.</summary>
    public static T Treated<T>(Session session, T options, Action<ProgressReport>? report)
        where T : FileImportOptions =>
        options with
        {
            SkipInvalid = session.Get(SkipInvalid), RejectPath = session.Get(RejectPath), WhatIf = session.Get(SharedOptions.WhatIf),
            Format = CsvOptions.Format(session), Report = report,
        };
}
