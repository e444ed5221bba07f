using System.CommandLine;
using System.CommandLine.Parsing;
using Progress.Customers;
using Progress.Reports;

namespace Progress.Cli;

/// <summary><c>add-progress</c>; Add-TaskProgress.</summary>
internal sealed class AddProgressCommand : ProgressCommand
{
    private static readonly Option<string?> Customer = Text("--customer", "The customer: id or name.", "customer");
    private static readonly Option<string?> Task = Text("--task", "The task's id; what is left out is taken from the catalogue.", "id");
    private static readonly Option<string?> TaskName = Text("--name", "The task's name; needed where the catalogue does not know the task.", "name");
    private static readonly Option<string?> Source = Text("--source", $"Where it comes from: {TaskOptions.Source.Allowed}.", "source");
    private static readonly Option<string?> Stage = Text("--stage", "Its milestone, as free text.", "text");
    private static readonly Option<string?> Competency = Text("--competency", $"What it develops: {TaskOptions.Competency.Allowed}.", "area");
    private static readonly Option<string?> Priority = Text("--priority", $"How urgent it is: {TaskOptions.Priority.Allowed}.", "level");
    private static readonly Option<string?> Status = Text("--status", $"Where it stands: {TaskOptions.Status.Allowed}; completed by default.", "status");
    private static readonly Option<DateOnly?> Completed = new("--completed") { Description = "When it was completed; today by default.", HelpName = "day", CustomParser = OptionRules.Day };
    private static readonly Option<string?> Tool = Text("--tool", $"The tool used: {TaskOptions.Tool.Allowed}.", "tool");
    private static readonly Option<string?> Notes = Text("--notes", "Notes.", "text");
    private static readonly Option<int?> Impact = new("--impact") { Description = "Points gained, 1 to 10.", HelpName = "n", CustomParser = OptionRules.Count };
    private static readonly Option<string?> From = Text("--from", "Enter many from CSV (- for standard input): CustomerId, TaskId or TaskName, and the other fields.", "file");

    public AddProgressCommand(Terminal terminal)
        : base(
            terminal, "add-progress", "Record how far a customer is with a task.",
            Customer, Task, TaskName, Source, Stage, Competency, Priority, Status, Completed, Tool, Notes, Impact, From, SharedOptions.CreateCustomer,
            CsvOptions.Dialect, CsvOptions.Culture, SharedOptions.Reason, SharedOptions.WhatIf) =>
        Validators.Add(OneOrMany);

    protected override int Run(Session session) => session.Get(From) is { } path ? AddMany(session, path) : AddOne(session);

    private static int AddOne(Session session)
    {
        var given = new NewTaskProgress
        {
            CustomerId = session.Get(Customer)!, TaskId = session.Get(Task), TaskName = session.Get(TaskName), TaskSource = session.Get(Source),
            StageMilestone = session.Get(Stage), CompetencyArea = session.Get(Competency), PriorityLevel = session.Get(Priority),
            Status = session.Get(Status), CompletedDate = session.Get(Completed), PlatformToolUsed = session.Get(Tool),
            CompletionNotes = session.Get(Notes), CompetencyImpact = session.Get(Impact),
        };
        var entered = Add(session, [given])[0];
        var added = entered.Result ?? throw entered.Error!;
        return session.Result(added, page => Show(page, added, session.Get(SharedOptions.WhatIf)));
    }

    private static int AddMany(Session session, string path)
    {
        using var progress = session.Progress();
        var course = new EntryCourse("progress", session.Get(SharedOptions.WhatIf), progress.Report, session.Cancel);
        var batch = ProgressBatch.Enter(path, course, ProgressFile.Read(path, CsvOptions.Format(session)), items => Add(session, items));
        progress.Dispose();
        return session.Result(batch, page => Show(page, batch), ExitCode.Of(batch.Read, batch.Failed));
    }

    private static IReadOnlyList<Entered<TaskProgress>> Add(Session session, IReadOnlyList<NewTaskProgress> items) =>
        TaskProgresses.Add(session.Store, items, session.Get(SharedOptions.CreateCustomer), session.Get(SharedOptions.WhatIf), session.Cancel);

    private static void Show(Page page, TaskProgress added, bool whatIf) =>
        page.Facts(
            new(whatIf ? "Would be" : "Entry", added.Entry, ReportFormat.Text), new("Record", added.ProgressId, ReportFormat.Text),
            new("Customer", added.CustomerId, ReportFormat.Text), new("Task", added.TaskId, ReportFormat.Text), new("Name", added.TaskName, ReportFormat.Text),
            new("Status", added.Status, ReportFormat.Text), new("Completed", added.CompletedDate, ReportFormat.Date), new("Impact", added.CompetencyImpact));

    private static void Show(Page page, ProgressBatch batch)
    {
        page.Heading($"{(batch.WhatIf ? "Would enter" : "Entered")} progress from {batch.Source}");
        page.Facts(new("Read", batch.Read), new("Recorded", batch.Recorded), new("Duplicate", batch.Duplicate), new("Failed", batch.Failed));
        ProblemView.Show(page, batch.Problems, batch.Failed);
    }

    private static void OneOrMany(CommandResult command)
    {
        Option[] ofOne = [Customer, Task, TaskName, Source, Stage, Competency, Priority, Status, Completed, Tool, Notes, Impact];
        var given = ofOne.Where(option => command.GetResult(option) is not null).ToList();
        if (command.GetResult(From) is not null)
        {
            if (given.Count > 0) command.AddError($"--from names a file of progress; {string.Join(", ", given.Select(o => o.Name))} cannot stand beside it.");
        }
        else if (!given.Contains(Customer) || !(given.Contains(Task) || given.Contains(TaskName)))
            command.AddError("Give --customer and --task or --name, or --from with a file of progress.");
    }

    private static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help, Validators = { OptionRules.NotEmpty } };
}
