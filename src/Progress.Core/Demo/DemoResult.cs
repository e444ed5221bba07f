using Progress.Reps;

namespace Progress.Demo;

/// <summary>What a demo made.</summary>
/// <param name="Folder">The folder it is in.</param>
/// <param name="StorePath">Its store.</param>
/// <param name="AsOf">The last day of its data, which it takes for today.</param>
/// <param name="Summary">What the import of the call notes did.</param>
/// <param name="Reps">Reps added.</param>
/// <param name="Activities">Activities entered.</param>
/// <param name="Achievements">Training facts entered.</param>
/// <param name="Reports">Paths of the reports: team.md, team.csv, team.html and card.html.</param>
/// <param name="FeaturedRep">Name of the rep whose card it is: the one with most to gain from training.</param>
public sealed record DemoResult(
    string Folder, string StorePath, DateOnly AsOf, ImportSummary Summary, int Reps, int Activities, int Achievements,
    IReadOnlyList<string> Reports, string FeaturedRep);
