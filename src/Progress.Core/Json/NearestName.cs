namespace Progress.Json;

/// <summary>Guesses which name a person meant.</summary>
internal static class NearestName
{
    /// <summary><c> Did you mean "x"?</c> with a leading space, or nothing where no name is near.</summary>
    public static string Hint(string written, IEnumerable<string> names)
    {
        var limit = Math.Max(1, written.Length / 3);
        var nearest = names.Select(name => (Name: name, Distance: Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(guess => guess.Distance <= limit)
            .OrderBy(guess => guess.Distance).ThenBy(guess => guess.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is null ? "" : $" Did you mean \"{nearest.Name}\"?";
    }

    /// <summary>Levenshtein's distance, where swapping two neighbours costs one as well.</summary>
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            var change = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i, j] = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
        }

        return cost[a.Length, b.Length];
    }
}
