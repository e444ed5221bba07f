using Progress.Reps;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Completes kinds of activity, as the rules in force name them.</summary>
public sealed class ActivityKindCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        ProgressionRules.InForce(store).Rules.Xp.Select(source => new Completion(source.Key, $"{source.Key}: {source.Value} XP"));
}

/// <summary>Completes badges, as the rules in force name them.</summary>
public sealed class BadgeCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) =>
        ProgressionRules.InForce(store).Rules.Badges.List.Select(badge => new Completion(badge.Id, badge.Name));
}

/// <summary>Completes XP sources, as the rules in force name them.</summary>
public sealed class XpSourceCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store) => RepLedger.Sources(store).Select(source => new Completion(source));
}

/// <summary>Completes modules, exams and bosses, as the rules in force name them.</summary>
public sealed class TrainingCompleter : StoreCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<Completion> Names(ProgressStore store)
    {
        var rules = ProgressionRules.InForce(store).Rules;
        return rules.Modules.Select(module => new Completion(module.Id, module.Name))
            .Concat(rules.Exams.Pass.Keys.Concat(rules.Bosses.Select(boss => boss.Id)).Select(id => new Completion(id)));
    }
}
