using Dapper;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Lists calls, and credits those that nobody is credited with.</summary>
public static class CallNotes
{
    /// <summary>Calls in order of time.</summary>
    /// <param name="store">The store.</param>
    /// <param name="reps">Ids, names or patterns; all calls without any.</param>
    /// <param name="unattributed">Only calls that nobody is credited with.</param>
    /// <param name="from">From this local day on; of calls that nobody is credited with, a day in the store's zone.</param>
    /// <param name="to">To the end of such a day.</param>
    /// <param name="id">Only this call.</param>
    /// <exception cref="ProgressException"><c>RepNotFound</c>.</exception>
    public static IEnumerable<CallNote> List(
        ProgressStore store, IReadOnlyCollection<string>? reps = null, bool unattributed = false, DateOnly? from = null, DateOnly? to = null, Guid? id = null)
    {
        var register = RepRegister.Load(store);
        var book = RuleBook.Load(store);
        var wanted = reps is { Count: > 0 } ? register.Select(reps).Select(r => r.Key).ToList() : null;
        const string sql = """
            SELECT c.note, c.title, c.at, c.updated, c.rep, c.day, d.code AS Disposition, c.seconds, c.outcome, c.sources, c.rules
            FROM call AS c JOIN disposition AS d ON d.id = c.disposition
            WHERE (@all OR c.rep IN @wanted) AND (NOT @unattributed OR c.rep IS NULL) AND (@id IS NULL OR c.note = @id)
                AND (@from IS NULL OR coalesce(c.day >= @from, c.at >= @since)) AND (@to IS NULL OR coalesce(c.day <= @to, c.at < @until))
            ORDER BY c.at, c.note
            """;
        var homeless = RepZones.Home(store);
        var arguments = new
        {
            all = wanted is null, wanted = wanted ?? [], unattributed, id = id?.ToBlob(), from = from?.DayNumber, to = to?.DayNumber,
            since = from is { } first ? homeless.StartOf(first.DayNumber).ToMs() : (long?)null,
            until = to is { } last ? homeless.StartOf(last.DayNumber + 1).ToMs() : (long?)null,
        };
        return StoreErrors.Guard(store.Location, store.Connection.Query<Row>(sql, arguments, buffered: false)).Select(r => r.Describe(register, book));
    }

    /// <summary>Credits an unattributed call to a rep.</summary>
    /// <exception cref="ProgressException"><c>CallNotFound</c>, <c>CallAttributed</c>, <c>RepNotFound</c>, <c>RepAmbiguous</c>.</exception>
    public static CallNote SetRep(ProgressStore store, Guid id, string rep, bool dryRun = false, CancellationToken cancel = default) =>
        store.Change(
            change =>
            {
                var (register, book, days) = (RepRegister.Load(store), RuleBook.Load(store), new DayLedger());
                var credited = register.One(rep);
                var audit = change.Audit("call", id.ToString(), new { WorkspaceMemberId = (Guid?)null }, new { WorkspaceMemberId = credited.Member });
                using var writer = new CallWriter(change, audit, register, book, days);
                var known = writer.Find(id)
                    ?? throw new ProgressException("CallNotFound", ErrorKind.NotFound, $"There is no call '{id}'. Get-CallNote -Unattributed lists those without a rep.", id);
                if (known.Rep is { } owner && owner != credited.Key)
                    throw new ProgressException(
                        "CallAttributed", ErrorKind.Conflict, $"Call {id} is credited to {register[owner].DisplayName}; only a call without a rep can be given one.", id);
                if (known.Rep is null)
                {
                    writer.Replace(known, writer.Credit(known, credited, CallTitle.Parse(known.Title).Disposition));
                    var earliest = days.Earliest();
                    days.Flush(change);
                    Awards.Settle(change, audit, register, book, earliest, cancel);
                }
                else change.TakeBack();

                return List(store, id: id).Single();
            },
            dryRun,
            cancel);

    private sealed class Row
    {
        public byte[] Note { get; init; } = [];
        public string Title { get; init; } = "";
        public long At { get; init; }
        public long? Updated { get; init; }
        public long? Rep { get; init; }
        public long? Day { get; init; }
        public string Disposition { get; init; } = "";
        public long Seconds { get; init; }
        public long Outcome { get; init; }
        public long Sources { get; init; }
        public long Rules { get; init; }

        public CallNote Describe(RepRegister register, RuleBook book)
        {
            var rep = Rep is { } key ? register[(int)key] : null;
            return new CallNote(
                StoredValues.ToGuid(Note), Title, StoredValues.FromMs(At), Updated is { } u ? StoredValues.FromMs(u) : null,
                rep?.Member, rep?.DisplayName, Day is { } day ? DateOnly.FromDayNumber((int)day) : null, Disposition, (int)Seconds,
                CallTitle.Parse(Title).Lead, ((CallOutcome)Outcome).HasFlag(CallOutcome.Connected), book.ById[Rules].XpOf((CallSource)Sources));
        }
    }
}
