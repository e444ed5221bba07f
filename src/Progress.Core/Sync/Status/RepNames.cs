using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Finds the name of the rep that a remote's record is about, by its member id or RedHawk id.</summary>
internal sealed class RepNames(IEnumerable<RepEntry> reps)
{
    private readonly Dictionary<string, string> names = reps
        .SelectMany(r => new[] { r.Member.ToString(), r.RedHawk }.OfType<string>().Select(id => (id, r.DisplayName)))
        .DistinctBy(r => r.id, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(r => r.id, r => r.DisplayName, StringComparer.OrdinalIgnoreCase);

    public static RepNames Load(ProgressStore store) => new(RepRegister.Load(store).All);

    public string? Of(string key) => names.GetValueOrDefault(key);
}
