using System.Text.Json;

namespace Progress.Doubles;

/// <summary>POST /graphql: records. Each root field is an operation of its own and pays for itself.</summary>
internal sealed class GraphQlApi(Workspace workspace, RecordReader reader, RecordWriter writer)
{
    private readonly Dictionary<string, List<Operation>> known = [];

    public DoubleResponse Handle(DoubleRequest request, Func<CallContext> context)
    {
        try
        {
            var call = context() with { ViaGraphQl = true };
            var asked = GraphQlRequest.Read(request, known);
            Check(asked, call);
            return Answer(asked, call);
        }
        catch (ApiError error)
        {
            return GraphQlErrors.Of(error);
        }
    }

    private void Check(GraphQlRequest asked, CallContext call)
    {
        foreach (var selection in asked.Operation.Selections)
        {
            if (Introspection.Knows(selection.Name))
                continue;
            var field = Field(asked.Operation, selection, call);
            Arguments.Check(selection, asked.Variables, field.Arguments());
            if (field.Kind == RootKind.FindMany)
                ConnectionSelection.Check(field.Table.Type, selection);
            else
                RecordSelection.Check(field.Table.Type, selection);
        }
    }

    private RootField Field(Operation operation, Selection selection, CallContext call) =>
        RootField.Find(workspace, operation.Kind, selection.Name, call.Now) ?? throw ApiError.Invalid(
            $"Cannot query field \"{selection.Name}\" on type \"{(operation.Kind == "query" ? "Query" : "Mutation")}\".");

    private DoubleResponse Answer(GraphQlRequest asked, CallContext call)
    {
        var results = new List<(Selection Selection, Action<Utf8JsonWriter>? Write, ApiError? Error)>();
        foreach (var selection in asked.Operation.Selections)
            try
            {
                results.Add((selection, Execute(asked, selection, call), null));
            }
            catch (ApiError error)
            {
                results.Add((selection, null, error));
            }

        var errors = results.Where(result => result.Error is not null).ToList();
        var status = errors.Count == 0 ? 200 : errors.Max(result => GraphQlErrors.Status(result.Error!));
        var response = DoubleResponse.OfJson(status, JsonText.Write(json =>
        {
            json.WriteStartObject();
            if (errors.Count > 0)
            {
                json.WriteStartArray("errors");
                foreach (var (selection, _, error) in errors)
                    GraphQlErrors.Write(json, error!, selection.Alias);
                json.WriteEndArray();
            }

            json.WriteStartObject("data");
            foreach (var (selection, write, _) in results)
            {
                json.WritePropertyName(selection.Alias);
                if (write is null)
                    json.WriteNullValue();
                else
                    write(json);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }));
        return errors.Select(result => result.Error).OfType<Throttled>().FirstOrDefault()?.WithHeaders(response) ?? response;
    }

    private Action<Utf8JsonWriter> Execute(GraphQlRequest asked, Selection selection, CallContext call)
    {
        if (Introspection.Knows(selection.Name))
            return new Introspection(workspace, call.Now).Answer(asked, selection);
        var field = Field(asked.Operation, selection, call);
        var arguments = new Arguments(selection, asked.Variables);
        return field.Kind == RootKind.FindMany
            ? FindMany(field.Table, arguments, selection, call)
            : field.Kind == RootKind.FindOne
                ? FindOne(field.Table, arguments, selection, call)
                : Write(field, arguments, selection, call);
    }

    private Action<Utf8JsonWriter> FindMany(Table table, Arguments arguments, Selection selection, CallContext call)
    {
        var (first, last) = (arguments.Number("first"), arguments.Number("last"));
        var (after, before) = (arguments.Text("after"), arguments.Text("before"));
        if ((first is not null && last is not null) || (after is not null && before is not null))
            throw ApiError.Bad("Cannot provide both first and last, or both after and before");
        var order = RecordOrder.OfGraphQl(arguments["orderBy"], table.Type);
        var page = reader.List(
            table,
            new PageRequest(
                GraphQlFilter.Parse(arguments["filter"], table.Type, call.Options), order,
                Math.Clamp(first ?? last ?? 60, 0, call.Options.MaxLimit), after, before),
            call);
        return json => ConnectionSelection.Write(json, table.Type, page, order, selection.Selections!, call.Options);
    }

    private Action<Utf8JsonWriter> FindOne(Table table, Arguments arguments, Selection selection, CallContext call)
    {
        var filter = GraphQlFilter.Parse(arguments["filter"], table.Type, call.Options);
        var row = reader.List(table, new PageRequest(filter, RecordOrder.ById, 1), call).Rows.FirstOrDefault()
            ?? throw RecordWriter.Missing(table, call.Options);
        return json => RecordSelection.Write(json, table.Type, row, selection.Selections!, call.Options.EmptyText);
    }

    private Action<Utf8JsonWriter> Write(RootField field, Arguments arguments, Selection selection, CallContext call)
    {
        var rows = new RecordMutation(writer).Execute(field, arguments, call);
        var type = field.Table.Type;
        if (field.Kind is RootKind.CreateOne or RootKind.UpdateOne or RootKind.DeleteOne or RootKind.DestroyOne or RootKind.RestoreOne)
            return json => RecordSelection.Write(json, type, rows[0], selection.Selections!, call.Options.EmptyText);
        return json =>
        {
            json.WriteStartArray();
            foreach (var row in rows)
                RecordSelection.Write(json, type, row, selection.Selections!, call.Options.EmptyText);
            json.WriteEndArray();
        };
    }
}
