using System.Globalization;
using System.Text;

namespace Progress.Doubles;

/// <summary>A page of objects or fields, cut in the way of the format.</summary>
internal sealed record MetadataPage<T>(List<T> Items, int Total, bool HasNext, bool HasPrevious, string? Start, string? End)
{
    private const int DefaultLimit = 60;

    public static MetadataPage<T> Cut(IReadOnlyList<T> all, Func<T, Guid> id, QueryText query, TwentyOptions options)
    {
        var isNew = options.MetadataFormat == MetadataFormat.New;
        var limit = Limit(query["limit"], isNew ? 200 : 1000);
        var ordered = all.OrderBy(id).ToList();
        var start = query["starting_after"] is { Length: > 0 } after ? Place(ordered, id, after, isNew) + 1 : 0;
        var end = ordered.Count;
        if (query["ending_before"] is { Length: > 0 } before)
        {
            end = Place(ordered, id, before, isNew);
            start = Math.Max(0, end - limit);
        }

        var items = ordered.Skip(start).Take(Math.Min(limit, end - start)).ToList();
        return new MetadataPage<T>(
            items, all.Count, start + items.Count < ordered.Count, start > 0,
            items.Count == 0 ? null : CursorOf(id(items[0]), isNew), items.Count == 0 ? null : CursorOf(id(items[^1]), isNew));
    }

    public static int Limit(string? text, int max) => text is null ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? Math.Min(limit, max)
        : throw ApiError.Bad($"limit '{text}' is invalid. Should be an integer");

    private static string CursorOf(Guid id, bool isNew) =>
        isNew ? id.ToString() : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\"}}"));

    private static int Place(List<T> ordered, Func<T, Guid> id, string cursor, bool isNew)
    {
        var index = ordered.FindIndex(item => CursorOf(id(item), isNew) == cursor);
        return index >= 0 || (isNew && Guid.TryParse(cursor, out _)) ? index : throw ApiError.Bad($"Invalid cursor: {cursor}");
    }
}
