namespace Progress;

/// <summary>How far a long piece of work has come; raised on the thread that does the work.</summary>
/// <param name="Activity">What is being done, e.g. <c>Importing call-notes.csv</c>.</param>
/// <param name="Done">Units done so far.</param>
/// <param name="Total">Units in all, or null where not known.</param>
/// <param name="Unit">What is counted, e.g. <c>rows</c> or <c>bytes</c>.</param>
public readonly record struct ProgressReport(string Activity, long Done, long? Total, string Unit);
