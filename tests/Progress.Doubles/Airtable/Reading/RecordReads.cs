namespace Progress.Doubles.Airtable;

/// <summary>The routes that read records.</summary>
internal sealed class RecordReads(Iterators iterators)
{
    private static readonly string[] OneKnows =
        ["cellFormat", "timeZone", "userLocale", "returnFieldsByFieldId", "includeDateDependencyMetadata"];

    private DoubleResponse? previous;

    public DoubleResponse List(Table table, ListParameters asked, Call call)
    {
        var query = ListQuery.Of(table, asked, call.Switches);
        var (iterator, start) = query.Offset is { } offset
            ? iterators.Continue(offset, query, call)
            : (iterators.Start(query, call), 0);
        var page = iterator.Page(start, query.PageSize, call, out var next);
        if (call.Fault?.Kind == FaultKind.Reorder)
            page.Reverse();
        var says = call.Fault?.Kind == FaultKind.RepeatedCursor && query.Offset is not null ? query.Offset
            : next is null ? null : $"{iterator.Id}/{next}";
        if (call.Fault?.Kind == FaultKind.DuplicatePage && previous is not null)
            return previous;
        return previous = AirtableAnswers.Ok(json =>
        {
            json.WriteStartObject();
            query.Form.WriteList(json, table, page, call);
            if (says is not null)
                json.WriteString("offset", says);
            json.WriteEndObject();
        });
    }

    /// <summary>A record of another table of the base is found too.</summary>
    public DoubleResponse One(Table table, string id, QueryPairs query, Call call)
    {
        if (query.Names.FirstOrDefault(name => !OneKnows.Contains(name)) is { } unknown)
            throw AirtableError.Unknown($"Unknown parameter \"{unknown}\".");
        var (home, row) = table.Find(id) is { } own
            ? (table, own)
            : table.Base.FindRecord(id) ?? throw AirtableError.Missing(call.Switches.MissingOnRead, id);
        var form = ListQuery.FormOf(home, ListParameters.OfQuery(query));
        return AirtableAnswers.Ok(json => form.Write(json, home, row, call));
    }
}
