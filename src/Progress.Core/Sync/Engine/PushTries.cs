namespace Progress.Sync;

/// <summary>How often each record was tried in this pass, and how many of its ids lie in the bin.</summary>
internal sealed class PushTries
{
    private readonly Dictionary<string, (int Tries, int InBin)> counts = [];

    public int Of(string key) => counts.GetValueOrDefault(key).Tries;

    public int Generation(string key) => counts.GetValueOrDefault(key).InBin;

    public void Count(string key) => counts[key] = counts.GetValueOrDefault(key) with { Tries = Of(key) + 1 };

    public void InBin(string key) => counts[key] = counts.GetValueOrDefault(key) with { InBin = Generation(key) + 1 };
}
