using System.Text.Json.Nodes;
using Progress.Reps;

namespace Progress.Sync;

/// <summary>A field in which somebody's value was not taken.</summary>
/// <param name="Field">The field.</param>
/// <param name="Ours">Our value.</param>
/// <param name="Theirs">The remote's value.</param>
internal sealed record FieldConflict(string Field, JsonNode? Ours, JsonNode? Theirs);

/// <summary>What a merge comes to.</summary>
/// <param name="Result">The record as both sides are to have it.</param>
/// <param name="ToSend">Fields of the result that the remote does not have.</param>
/// <param name="Adds">Whether what is to be sent holds something new, and not only what is computed.</param>
/// <param name="Conflicts">Fields in which somebody's value was not taken.</param>
internal sealed record MergeResult(JsonObject Result, JsonObject ToSend, bool Adds, IReadOnlyList<FieldConflict> Conflicts);

/// <summary>The one merge: a pure function of what was last agreed, what we have and what the remote has.</summary>
internal static class RecordMerge
{
    /// <param name="rules">How each field is merged; a field that the local record lacks is left as it is.</param>
    /// <param name="shadow">The record as last agreed, or null.</param>
    /// <param name="local">Our record.</param>
    /// <param name="remote">The remote's record; empty where it has none.</param>
    /// <param name="stamp">Who changed it here and when, for text that is appended.</param>
    public static MergeResult Of(IReadOnlyList<FieldRule> rules, JsonObject? shadow, JsonObject local, JsonObject remote, string stamp = "")
    {
        var (result, send, adds, conflicts) = ((JsonObject)remote.DeepClone(), new JsonObject(), false, new List<FieldConflict>());
        foreach (var rule in rules.Where(r => local.ContainsKey(r.Name)))
        {
            switch (rule.Policy)
            {
                case FieldPolicy.AdditiveByOrigin:
                    Add(rule.Additive!);
                    break;
                case FieldPolicy.Union:
                    Unite(rule);
                    break;
                case FieldPolicy.Derived:
                    if (!Same(local[rule.Name], remote[rule.Name])) Put(rule.Name, local[rule.Name]);
                    break;
                default:
                    Choose(rule);
                    break;
            }
        }

        return new MergeResult(result, send, adds, conflicts);

        void Put(string field, JsonNode? value)
        {
            result[field] = value?.DeepClone();
            send[field] = value?.DeepClone();
        }

        void Add(AdditiveFormat format)
        {
            var (told, ours) = (format.Read(remote), format.Read(local).Origins);
            var merged = told.Claim(ours);
            if (told.Unclaimed(ours) == 0 && merged.Origins.All(o => told.Origins.GetValueOrDefault(o.Key) == o.Value)) return;
            format.Write(result, merged);
            foreach (var field in format.Fields) Put(field, result[field]);
            adds = true;
        }

        void Unite(FieldRule rule)
        {
            var theirs = rule.Union!.Read(remote[rule.Name]).ToHashSet(StringComparer.Ordinal);
            var both = new SortedSet<string>(theirs, StringComparer.Ordinal);
            both.UnionWith(rule.Union.Read(local[rule.Name]));
            if (both.Count == theirs.Count) return;
            var written = rule.Union.Write(both);
            // Of a rank the first day counts: what we know of it may say nothing new.
            if (theirs.SetEquals(rule.Union.Read(written))) return;
            Put(rule.Name, written);
            adds = true;
        }

        void Choose(FieldRule rule)
        {
            var (ours, theirs) = (local[rule.Name], remote[rule.Name]);
            if (Same(ours, theirs)) return;
            var agreed = shadow is not null && shadow.ContainsKey(rule.Name);
            var last = shadow?[rule.Name];
            // Never agreed before: what the remote has, if anything, is the older.
            var (weChanged, theyChanged) = agreed ? (!Same(ours, last), !Same(theirs, last)) : (!IsNothing(ours), !IsNothing(theirs));
            if (!weChanged) return;
            if (theyChanged && rule.Policy == FieldPolicy.RemoteWins)
            {
                conflicts.Add(new FieldConflict(rule.Name, ours?.DeepClone(), theirs?.DeepClone()));
                return;
            }

            var merged = theyChanged ? Appended(theirs, ours, stamp) : ours;
            if (Same(merged, theirs)) return;
            Put(rule.Name, merged);
            adds = true;
        }
    }

    private static JsonNode? Appended(JsonNode? theirs, JsonNode? ours, string stamp)
    {
        var (before, after) = ($"{theirs}", $"{ours}");
        // What was appended once, as lines of its own, is not appended again.
        return after.Length == 0 || $"\n{before}\n".Contains($"\n{after}\n", StringComparison.Ordinal)
            ? theirs : JsonValue.Create($"{before}\n\n{stamp}\n{after}");
    }

    private static bool IsNothing(JsonNode? value) => value is null || (value is JsonValue v && v.TryGetValue<string>(out var text) && text.Length == 0);

    /// <summary>A remote may give back nothing as empty text, and JSON as text.</summary>
    public static bool Same(JsonNode? a, JsonNode? b) =>
        (IsNothing(a) && IsNothing(b)) || JsonNode.DeepEquals(JsonTree.Unwrap(a), JsonTree.Unwrap(b));

}
