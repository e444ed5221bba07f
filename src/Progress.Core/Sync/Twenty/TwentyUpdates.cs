using System.Text.Json.Nodes;

namespace Progress.Sync.Twenty;

/// <summary>Changes a record only while it is as it was read: one UPDATE with its condition inside the database, by REST or GraphQL.</summary>
internal sealed class TwentyUpdates(TwentyCalls calls)
{
    private enum Way { Rest, GraphQl, None }

    private Way way = Way.Rest;

    /// <summary>Whether a refusal means that this server has no update by filter over REST.</summary>
    public static bool IsAbsent(string said) =>
        said.Contains("Record ID not found", StringComparison.OrdinalIgnoreCase)
        || said.Contains("to use UpdateMany in the REST API", StringComparison.OrdinalIgnoreCase);

    /// <summary>Changes the record while the fields expected, of those that there are, have their values.</summary>
    public WriteOutcome Change(RecordWrite write, JsonObject expected, RemoteEntity entity, CancellationToken cancel)
    {
        var data = TwentyShape.Body(write.Fields, entity);
        var known = new JsonObject(expected.Where(e => entity.Usable.Contains(e.Key)).Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone())));
        if (data.Count == 0) return new(WriteFate.Refused, null, "none of the fields to write is in the schema; run Initialize-CrmSchema.");
        while (true)
        {
            try
            {
                return way switch
                {
                    Way.Rest => Outcome(write, Rest(write.Id, known, data, cancel)),
                    Way.GraphQl => Outcome(write, GraphQl(write.Id, known, data, entity, cancel)),
                    _ => new(WriteFate.Refused, null,
                        $"{calls.Host} has no update with a condition, by REST or GraphQL. Update Twenty to a release of 2026 or later."),
                };
            }
            catch (RemoteException absent) when (way == Way.Rest && absent.Fault == RemoteFault.Refused && IsAbsent(absent.Message))
            {
                way = Way.GraphQl;
            }
            catch (RemoteException absent) when (way == Way.GraphQl && !absent.MayHaveBeenDone
                && absent.Fault is RemoteFault.UnknownObject or RemoteFault.BadAnswer)
            {
                way = Way.None;
            }
        }
    }

    private JsonNode? Rest(string id, JsonObject expected, JsonObject data, CancellationToken cancel)
    {
        var request = new RemoteRequest(HttpMethod.Patch, $"/rest/{TwentyField.Plural}")
        {
            Query = [("filter", TwentyFilter.Rest(id, expected))], Body = data.DeepClone(),
        };
        return calls.Send(request, true, cancel).At("data").At("updateRepProgressions");
    }

    private JsonNode? GraphQl(string id, JsonObject expected, JsonObject data, RemoteEntity entity, CancellationToken cancel)
    {
        var document = "mutation($filter: RepProgressionFilterInput!, $data: RepProgressionUpdateInput!) "
            + $"{{ updateRepProgressions(filter: $filter, data: $data) {{ id createdAt updatedAt deletedAt {string.Join(' ', entity.Usable)} }} }}";
        var variables = new JsonObject { ["filter"] = TwentyFilter.GraphQl(id, expected), ["data"] = data.DeepClone() };
        return calls.GraphQl("/graphql", document, variables, false, TimeSpan.FromSeconds(30), cancel).At("updateRepProgressions");
    }

    private WriteOutcome Outcome(RecordWrite write, JsonNode? rows)
    {
        if (rows is not JsonArray list || list.Objects().Any(r => !string.Equals(r.At("id").Text(), write.Id, StringComparison.OrdinalIgnoreCase)))
            throw calls.Shapeless($"/rest/{TwentyField.Plural}", true);
        return list.Objects().FirstOrDefault() is { } row
            ? new(WriteFate.Applied, TwentyShape.Record(EntityNames.RepProgression, row)) : new(WriteFate.Lost);
    }
}
