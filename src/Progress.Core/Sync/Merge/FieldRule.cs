using System.Text.Json.Nodes;

namespace Progress.Sync;

/// <summary>How a field is merged; spec, "Pieces".</summary>
internal enum FieldPolicy
{
    /// <summary>Each origin's figure counts once, whatever others add.</summary>
    AdditiveByOrigin,

    /// <summary>Set union: nothing is removed.</summary>
    Union,

    /// <summary>Computed from merged facts; another writer's value is never taken as truth.</summary>
    Derived,

    /// <summary>Where both changed, the remote's; ours goes to the conflicts.</summary>
    RemoteWins,

    /// <summary>Where both changed, the remote's text with ours after it.</summary>
    RemoteThenOurs,
}

/// <summary>The merge of one field.</summary>
/// <param name="Name">The field.</param>
/// <param name="Policy">How it is merged.</param>
/// <param name="Union">Of a set, how it is read and written.</param>
/// <param name="Additive">Of an additive figure, where its parts stand.</param>
internal sealed record FieldRule(string Name, FieldPolicy Policy, SetFormat? Union = null, AdditiveFormat? Additive = null);

/// <summary>How a set stands in a field: read tolerantly, written one way.</summary>
internal sealed record SetFormat(Func<JsonNode?, IEnumerable<string>> Read, Func<IReadOnlyCollection<string>, JsonNode> Write)
{
    /// <summary>Ids.</summary>
    public static SetFormat Ids { get; } = new(SetText.Read, ids => new JsonArray([.. ids.Select(id => JsonValue.Create(id))]));
}

/// <summary>How an additive figure stands in a record.</summary>
/// <param name="Read">Its total and what each origin claimed; of a local record only what the origins have.</param>
/// <param name="Write">Puts it into a record.</param>
/// <param name="Fields">The fields that it stands in.</param>
internal sealed record AdditiveFormat(
    Func<JsonObject, Reps.OriginFigures> Read, Action<JsonObject, Reps.OriginFigures> Write, IReadOnlyList<string> Fields);
