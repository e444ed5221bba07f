using Progress.Store;

namespace Progress.Reps;

/// <summary>Grants the XP of training.</summary>
internal static class TrainingLedger
{
    /// <summary>Grants reps what their training earns and they do not have yet, and returns the earliest day of it by rep.</summary>
    public static Dictionary<int, int> Grant(StoreChange change, IReadOnlyCollection<RepEntry> reps, RuleBook book)
    {
        using var facts = new FactTable(change.Connection);
        var days = new DayLedger();
        foreach (var history in HistoryReader.Read(change.Store, reps, _ => 0))
        {
            foreach (var fact in TrainingFacts.Of(history.Achievements, book))
                if (facts.Grant(history.Rep.Key, fact)) DayFields.Add(days[history.Rep.Key, fact.Day], DayField.OwnXp, fact.Xp);
        }

        var earliest = days.Earliest();
        days.Flush(change);
        return earliest;
    }
}
