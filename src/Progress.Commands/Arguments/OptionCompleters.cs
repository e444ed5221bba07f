using System.Collections;
using Progress.Customers;

namespace Progress.Commands;

/// <summary>Completes the options of a field.</summary>
/// <param name="options">The options.</param>
public abstract class OptionCompleter(OptionSet options) : NameCompleter
{
    /// <inheritdoc/>
    protected sealed override IEnumerable<Completion> Names(IDictionary bound) => options.Values.Select(value => new Completion(value));
}

/// <summary>Completes where a record stands.</summary>
public sealed class TaskStatusCompleter() : OptionCompleter(TaskOptions.Status);

/// <summary>Completes where a task comes from.</summary>
public sealed class TaskSourceCompleter() : OptionCompleter(TaskOptions.Source);

/// <summary>Completes what a task develops.</summary>
public sealed class CompetencyCompleter() : OptionCompleter(TaskOptions.Competency);

/// <summary>Completes how urgent a task is.</summary>
public sealed class PriorityCompleter() : OptionCompleter(TaskOptions.Priority);

/// <summary>Completes the platform's tools.</summary>
public sealed class ToolCompleter() : OptionCompleter(TaskOptions.Tool);

/// <summary>Completes the eight milestones.</summary>
public sealed class MilestoneCompleter() : OptionCompleter(TaskOptions.Milestone);
