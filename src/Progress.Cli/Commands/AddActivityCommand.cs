using System.CommandLine;
using System.CommandLine.Parsing;
using Progress.Reports;
using Progress.Reps;

namespace Progress.Cli;

/// <summary><c>add-activity</c>; Add-RepActivity.</summary>
internal sealed class AddActivityCommand : ProgressCommand
{
    private static readonly Option<string?> Rep = new("--rep") { Description = "The rep: id or name.", HelpName = "rep", Validators = { OptionRules.NotEmpty } };
    private static readonly Option<string?> Kind = new("--kind") { Description = "What was done, e.g. appointment_held.", HelpName = "kind", Validators = { OptionRules.NotEmpty } };
    private static readonly Option<IsoTime?> At = new("--at") { Description = "When (2026-09-30T14:05); now by default.", HelpName = "time", CustomParser = OptionRules.Time };
    private static readonly Option<int?> Count = new("--count") { Description = "How many; 1 by default.", HelpName = "n", CustomParser = OptionRules.Count };
    private static readonly Option<string?> Lead = new("--lead") { Description = "The lead concerned; a cadence needs one.", HelpName = "id" };
    private static readonly Option<string?> Id = new("--id") { Description = "Idempotency key: what was entered under it is entered once.", HelpName = "key", Validators = { OptionRules.NotEmpty } };
    private static readonly Option<string?> From = new("--from")
    {
        Description = "Enter many from CSV (- for standard input): Rep, Kind, and optionally At, Count, LeadId, Id.", HelpName = "file", Validators = { OptionRules.NotEmpty },
    };

    public AddActivityCommand(Terminal terminal)
        : base(
            terminal, "add-activity", "Enter what a rep did besides calls.",
            Rep, Kind, At, Count, Lead, Id, From, CsvOptions.Dialect, CsvOptions.Culture, SharedOptions.Reason, SharedOptions.WhatIf) =>
        Validators.Add(OneOrMany);

    protected override int Run(Session session) => session.Get(From) is { } path ? AddMany(session, path) : AddOne(session);

    private static int AddOne(Session session)
    {
        var activity = new NewActivity(
            session.Get(Rep)!, session.Get(Kind)!, session.Get(At), session.Get(Count) ?? 1, session.Get(Lead), session.Get(Id));
        var entered = Add(session, [activity])[0];
        var added = entered.Result ?? throw entered.Error!;
        return session.Result(added, page => Show(page, added, session.Get(SharedOptions.WhatIf)));
    }

    private static int AddMany(Session session, string path)
    {
        using var progress = session.Progress();
        var course = new EntryCourse("activities", session.Get(SharedOptions.WhatIf), progress.Report, session.Cancel);
        var batch = ActivityBatch.Enter(path, course, ActivityFile.Read(path, CsvOptions.Format(session)), items => Add(session, items));
        progress.Dispose();
        return session.Result(batch, page => Show(page, batch), ExitCode.Of(batch.Read, batch.Failed));
    }

    private static IReadOnlyList<Entered<RepActivity>> Add(Session session, IReadOnlyList<NewActivity> items) =>
        RepActivities.Add(session.Store, items, session.Get(SharedOptions.WhatIf), session.Cancel);

    private static void Show(Page page, RepActivity added, bool whatIf) =>
        page.Facts(
            new(whatIf ? "Would be" : "Status", added.Status, ReportFormat.Text), new("Id", added.Id, ReportFormat.Text), new("Rep", added.Name, ReportFormat.Text),
            new("Kind", added.Kind, ReportFormat.Text), new("At", added.At, ReportFormat.Time), new("Day of the rep", added.Day, ReportFormat.Date),
            new("Count", added.Count), new("XP", added.Xp));

    private static void Show(Page page, ActivityBatch batch)
    {
        page.Heading($"{(batch.WhatIf ? "Would enter" : "Entered")} activities from {batch.Source}");
        page.Facts(new("Read", batch.Read), new("Recorded", batch.Recorded), new("Duplicate", batch.Duplicate), new("Failed", batch.Failed), new("XP", batch.Xp));
        ProblemView.Show(page, batch.Problems, batch.Failed);
    }

    private static void OneOrMany(CommandResult command)
    {
        Option[] ofOne = [Rep, Kind, At, Count, Lead, Id];
        var given = ofOne.Where(option => command.GetResult(option) is not null).ToList();
        if (command.GetResult(From) is not null)
        {
            if (given.Count > 0) command.AddError($"--from names a file of activities; {string.Join(", ", given.Select(o => o.Name))} cannot stand beside it.");
        }
        else if (!given.Contains(Rep) || !given.Contains(Kind)) command.AddError("Give --rep and --kind, or --from with a file of activities.");
    }
}
