namespace Progress.Customers;

/// <summary>Finds tasks of a file that depend on a task which is nowhere, or on themselves in the end, and takes them out.</summary>
internal sealed class DependencyCheck
{
    private const string Field = "DependsOn";
    private const int TasksShown = 8;

    private readonly TaskCatalog catalog;
    private readonly Dictionary<string, CatalogTask> file;
    private readonly ILookup<string, string> dependents;

    public DependencyCheck(TaskCatalog catalog, IEnumerable<CatalogTask> file)
    {
        this.catalog = catalog;
        this.file = file.ToDictionary(t => t.TaskId, StringComparer.OrdinalIgnoreCase);
        dependents = this.file.Values.SelectMany(t => t.DependsOn, (t, on) => (t.TaskId, On: on)).ToLookup(d => d.On, d => d.TaskId, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The tasks that cannot stay, until the others can.</summary>
    public IEnumerable<(string TaskId, FieldFault Fault)> Faults()
    {
        List<List<string>> cycles;
        do
        {
            foreach (var fault in Unknown()) yield return fault;
            cycles = Cycles();
            // What a task said before takes the place of one that is taken out, so that all is judged anew.
            foreach (var cycle in cycles)
            {
                var path = string.Join(" → ", cycle.Take(TasksShown).Concat(cycle.Count > TasksShown ? ["…"] : []).Append(cycle[0]));
                foreach (var id in cycle.Where(file.ContainsKey).ToList())
                    yield return Out(id, new FieldFault("DependencyCycle", Field, TaskCatalog.Join(file[id].DependsOn), "dependencies that lead back to no task") { Reason = $"{path} is a circle of {cycle.Count}" });
            }
        }
        while (cycles.Count > 0);
    }

    private IEnumerable<(string TaskId, FieldFault Fault)> Unknown()
    {
        var open = new Queue<string>(file.Keys.ToList());
        while (open.TryDequeue(out var id))
        {
            if (!file.TryGetValue(id, out var task) || task.DependsOn.FirstOrDefault(on => Find(on) is null) is not { } missing) continue;
            yield return Out(id, new FieldFault("UnknownDependency", Field, missing, "ids of tasks of the file or of the catalogue") { Reason = "there is no such task" });
            if (Find(id) is not null) continue;
            foreach (var other in dependents[id]) open.Enqueue(other);
        }
    }

    /// <summary>Circles that share no task: of each task that cannot be reached, the first dependency that cannot be reached either is followed.</summary>
    private List<List<string>> Cycles()
    {
        var left = Unreachable();
        var cycles = new List<List<string>>();
        var passed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var start in left)
        {
            var way = new List<string>();
            var id = start;
            for (; passed.Add(id); id = Find(id)!.DependsOn.First(left.Contains)) way.Add(Find(id)!.TaskId);
            if (way.FindIndex(w => w.Equals(id, StringComparison.OrdinalIgnoreCase)) is >= 0 and var from) cycles.Add(FromFirst(way[from..]));
        }

        return cycles;
    }

    /// <summary>Tasks that remain when again and again those are done whose dependencies are.</summary>
    private HashSet<string> Unreachable()
    {
        var all = catalog.All.Select(t => t.TaskId).Where(id => !file.ContainsKey(id)).Concat(file.Keys).Select(id => Find(id)!).ToList();
        var waits = all.ToDictionary(t => t.TaskId, t => t.DependsOn.Count, StringComparer.OrdinalIgnoreCase);
        var needs = all.SelectMany(t => t.DependsOn, (t, on) => (t.TaskId, On: on)).ToLookup(d => d.On, d => d.TaskId, StringComparer.OrdinalIgnoreCase);
        var done = new Queue<string>(all.Where(t => t.DependsOn.Count == 0).Select(t => t.TaskId));
        var left = new HashSet<string>(waits.Keys, StringComparer.OrdinalIgnoreCase);
        while (done.TryDequeue(out var id))
        {
            left.Remove(id);
            foreach (var other in needs[id])
                if (--waits[other] == 0) done.Enqueue(other);
        }

        return left;
    }

    private (string TaskId, FieldFault Fault) Out(string id, FieldFault fault)
    {
        file.Remove(id);
        return (id, fault);
    }

    private CatalogTask? Find(string id) => file.GetValueOrDefault(id) ?? catalog.Find(id);

    /// <summary>The same circle, whichever task it was found from.</summary>
    private static List<string> FromFirst(List<string> cycle)
    {
        var first = cycle.IndexOf(cycle.Min(StringComparer.OrdinalIgnoreCase)!);
        return [.. cycle[first..], .. cycle[..first]];
    }
}
