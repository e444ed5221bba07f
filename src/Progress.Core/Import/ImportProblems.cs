namespace Progress.Import;

/// <summary>What was wrong with rows, in their order; of very many the first.</summary>
internal sealed class ImportProblems
{
    private readonly List<ImportProblem> listed = [];

    public IReadOnlyList<ImportProblem> Listed => listed;

    public void Add(ImportProblem problem)
    {
        if (listed.Count < ImportProblem.MaxListed) listed.Add(problem);
    }
}
