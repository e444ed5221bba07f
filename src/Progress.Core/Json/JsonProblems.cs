namespace Progress.Json;

/// <summary>Collects what is wrong with a JSON document and throws one exception that lists it all, by line.</summary>
/// <param name="json">The document's text; must be readable JSON for <see cref="Add"/> to find lines.</param>
/// <param name="source">What the text came from, as messages name it: a path.</param>
/// <param name="errorId">Id of the exception, e.g. <c>InvalidRuleSet</c>.</param>
/// <param name="kind">Kind of the exception.</param>
public sealed class JsonProblems(string json, string source, string errorId, ErrorKind kind = ErrorKind.InvalidData)
{
    private const int Shown = 20;
    private readonly List<(int Line, string Text)> problems = [];
    private JsonSpot? root;

    internal bool Any => problems.Count > 0;

    internal IEnumerable<string> Texts => problems.OrderBy(problem => problem.Line).Select(problem => problem.Text);

    /// <summary>Notes a problem of the value at a JSON path; where nothing stands there, its nearest ancestor gives the line.</summary>
    /// <param name="path">JSON path, e.g. <c>$.levels[3].xp</c>; see <see cref="JsonPath"/>.</param>
    /// <param name="message">What is wrong, with the value and what is allowed.</param>
    public void Add(string path, string message)
    {
        root ??= JsonSpot.Parse(json);
        AddAt(root.Nearest(path).Line, $"{path}: {message}");
    }

    /// <summary>Throws if anything was noted: one line <c>file:line: path: message</c> for each, the first twenty.</summary>
    /// <exception cref="ProgressException">With the id and kind given; the target is the source.</exception>
    public void ThrowIfAny()
    {
        if (!Any) return;
        var lines = problems.OrderBy(problem => problem.Line).Take(Shown)
            .Select(problem => $"{source}:{problem.Line}: {problem.Text}");
        if (problems.Count > Shown) lines = lines.Append($"… and {problems.Count - Shown} more.");
        throw new ProgressException(errorId, kind, string.Join('\n', lines), source);
    }

    internal void AddAt(int line, string text) => problems.Add((line, Printable(text)));

    // The document may be a stranger's: what it holds must not forge lines or steer a terminal.
    private static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:X4}" : c.ToString()));
}
