using System.Text;
using System.Text.RegularExpressions;

namespace Progress.Doubles;

/// <summary>The filter grammar of the REST API with its traps: it does not see quotes where it counts and splits.</summary>
internal static partial class RestFilter
{
    public static RecordFilter Parse(string text, ObjectDefinition type, TwentyOptions options)
    {
        CheckParentheses(text);
        var binder = new FilterBinder(type, options);
        var root = Item(IsConjunction(text) ? text : $"and({text})", binder);
        return new RecordFilter(root, binder.MentionsTrash);
    }

    private static Predicate Item(string text, FilterBinder binder)
    {
        if (!IsConjunction(text))
            return Comparison(text, binder);
        var conjunction = text[..text.IndexOf('(')];
        var items = Split(text).Select(item => Item(item, binder)).ToArray();
        return conjunction switch
        {
            "and" => new And(items),
            "or" => new Or(items),
            _ when items.Length == 1 => new Not(items[0]),
            _ => throw ApiError.Bad("'filter' invalid. 'not' conjunction should contain only 1 condition. eg: not(field[eq]:1)"),
        };
    }

    private static Comparison Comparison(string text, FilterBinder binder)
    {
        var match = Predicate().Match(text);
        if (!match.Success)
            throw ApiError.Bad($"'filter' invalid for '{text}'. eg: price[gte]:10");
        var path = match.Groups[1].Value.Split('.');
        var name = match.Groups[2].Value;
        if (!Operators.Rest.Contains(name))
            throw ApiError.Bad($"'filter' invalid for '{text}', comparator {name} not in {string.Join(", ", Operators.Rest)}");
        var column = binder.Column(path[0]);
        var (part, type) = FilterBinder.Part(column, path.Length > 1 ? path[1] : null);
        return binder.Compare(column, part, type, name, new RestOperand(column.Name, type, name, match.Groups[3].Value));
    }

    private static void CheckParentheses(string text)
    {
        var missing = text.AsSpan().Count('(') - text.AsSpan().Count(')');
        if (missing == 0)
            return;
        var kind = missing > 0 ? "close" : "open";
        var count = Math.Abs(missing);
        throw ApiError.Bad($"'filter' invalid. {count} {kind} bracket{(count > 1 ? "s are" : " is")} missing in the query");
    }

    private static bool IsConjunction(string text) =>
        text.EndsWith(')') && (text.StartsWith("and(", StringComparison.Ordinal)
            || text.StartsWith("or(", StringComparison.Ordinal) || text.StartsWith("not(", StringComparison.Ordinal));

    private static List<string> Split(string text)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        var depth = 0;
        bool doubled = false, single = false, bracketed = false;
        foreach (var c in text)
        {
            if (c == '(' && ++depth == 1)
                continue;
            if (c == ')' && --depth == 0)
                continue;
            doubled ^= c == '"';
            single ^= c == '\'';
            bracketed ^= c is '[' or ']';
            if (c == ',' && depth == 1 && !doubled && !single && !bracketed)
            {
                items.Add(item.ToString());
                item.Clear();
            }
            else if (depth >= 1)
            {
                item.Append(c);
            }
        }

        items.Add(item.ToString());
        return items;
    }

    [GeneratedRegex(@"^(.+)\[(.+)\]:(.+)$", RegexOptions.Singleline)]
    private static partial Regex Predicate();
}
