using Progress.Import;
using Progress.Store;

namespace Progress.Reps;

/// <summary>One import under way: sorts rows, counts them, and settles awards at the end.</summary>
internal sealed class CallImportRun : IImportRun<ParsedNote, ImportSummary>
{
    private readonly StoreChange change;
    private readonly long audit;
    private readonly string? source;
    private readonly ImportOptions options;
    private readonly RepRegister register;
    private readonly RuleBook book;
    private readonly DayLedger days = new();
    private readonly CallWriter writer;
    private readonly RejectFile? rejects;
    private readonly ImportProblems problems = new();
    private long imported, updated, duplicate, secondary, notACall, invalid, skipped, unattributed, unknown;
    private long refreshed;

    public CallImportRun(StoreChange change, long audit, string? source, ImportOptions options)
    {
        (this.change, this.audit, this.source, this.options) = (change, audit, source, options);
        register = RepRegister.Load(change.Store);
        book = RuleBook.Load(change.Store);
        rejects = RejectFile.Of(options);
        writer = new CallWriter(change, audit, register, book, days, options.Crm);
    }

    public long Read { get; private set; }

    public void Take(ImportRow<ParsedNote> row)
    {
        if (row.IsHeader)
        {
            rejects?.Write(row);
            return;
        }

        Read++;
        if (row.Item is not { } note) Refuse(row);
        else if (note.Title.Kind == CallTitleKind.Call) TakeCall(note);
        else if (note.Title.Kind == CallTitleKind.Secondary) secondary++;
        else if (note.Title.Kind == CallTitleKind.NotACall) notACall++;
        else Odd(new ImportProblem(note.Line, "title", note.RawTitle, $"'{note.Title.Duration}' is not a duration; allowed: {CallTitle.AllowedDurations}"));
    }

    public ImportOutcome<ImportSummary> Complete(CancellationToken cancel)
    {
        writer.Complete();
        var earliest = days.Earliest();
        days.Flush(change);
        if (options.Crm == CallCrm.Unseen) Awards.Settle(change, audit, register, book, earliest, cancel);
        else Awards.Defer(change, register, book, earliest);
        rejects?.Complete();
        var summary = new ImportSummary
        {
            Source = source, Read = Read, Imported = imported, Updated = updated, Duplicate = duplicate, Secondary = secondary,
            NotACall = notACall, Invalid = invalid, Skipped = skipped, Unattributed = unattributed, UnknownDisposition = unknown,
            WhatIf = options.WhatIf, Problems = problems.Listed,
        };
        var kept = writer.KeptXp;
        return new ImportOutcome<ImportSummary>(
            summary, imported + updated + unattributed + refreshed == 0,
            hash => new { File = source, Sha256 = hash, KeptXp = kept, Summary = summary });
    }

    public void Dispose()
    {
        writer.Dispose();
        rejects?.Dispose();
    }

    private void TakeCall(ParsedNote note)
    {
        if (!TryNoted(note, out var noted)) return;
        var call = writer.Row(note, noted);
        if (call.Outcome.HasFlag(CallOutcome.UnknownDisposition))
        {
            unknown++;
            problems.Add(new ImportProblem(note.Line, "title", note.RawTitle, $"disposition '{note.Title.Disposition}' is unknown; it counts as a dial"));
        }

        switch (writer.Write(call))
        {
            case CallWriter.Fate.Added when call.Rep is null: unattributed++; break;
            case CallWriter.Fate.Added: imported++; break;
            case CallWriter.Fate.Replaced: updated++; break;
            case CallWriter.Fate.Refreshed: refreshed++; duplicate++; break;
            default: duplicate++; break;
        }
    }

    private bool TryNoted(ParsedNote note, out RepEntry? rep)
    {
        rep = null;
        if (note.Member is not { } member) return true;
        rep = register.Member(member);
        if (rep is not null) return true;
        if (options.KnownRepsOnly)
        {
            Odd(new ImportProblem(note.Line, "workspaceMemberId", member.ToString(), "no rep of this store; New-Rep adds one"));
            return false;
        }

        rep = RepDirectory.Insert(change, register, new NewRep(member, TimeZone: change.Store.Options.TimeZone));
        return true;
    }

    private void Refuse(ImportRow<ParsedNote> row)
    {
        if (!options.SkipInvalid) throw row.Problem!.ToException(source);
        skipped++;
        rejects?.Write(row);
        Odd(row.Problem!);
    }

    private void Odd(ImportProblem problem)
    {
        invalid++;
        problems.Add(problem);
    }
}
