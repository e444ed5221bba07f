using Progress.Store;

namespace Progress.Reps;

/// <summary>A rep's history as it would be, had one rule set always held.</summary>
internal static class RuleReplay
{
    public static RuleTestChange Of(ProgressStore store, RepState state, RuleVersion trial)
    {
        var book = new RuleBook([trial]);
        var days = new Dictionary<int, long[]>();
        Calls(store, state, trial, days);
        Activities(store, state, trial, days);
        Elsewhere(state.History.Days, days);
        var achievements = state.History.Achievements.Select(f => AchievementCheck.Judge(f, trial.Set)).ToList();
        foreach (var fact in TrainingFacts.Of(achievements, book).Where(f => f.Day <= state.Day).DistinctBy(f => f.Key))
            DayFields.Add(At(days, fact.Day), DayField.OwnXp, fact.Xp);
        var table = new DayTable([.. days.OrderBy(d => d.Key).Select(d => (d.Key, d.Value))], state.Day);
        var history = state.History with
        {
            Days = table, Achievements = achievements, DayAwards = new Dictionary<int, (int, int)>(), Badges = new Dictionary<string, int>(), Promotions = [],
        };
        var awards = AwardRun.Of(history, book, table.First, state.Day);
        var xp = table.Xp(state.Day) + awards.Days.Values.Sum(d => d.FirstDial + d.Streak) + awards.Badges.Sum(b => b.Xp);
        return new RuleTestChange(
            state.Rep.Member, state.Rep.DisplayName, state.Xp(state.Day), xp, state.Level(state.Day), Levels.Of(trial.Set.Levels, xp),
            state.Rank(state.Day).Grade, Ranks.Reached(trial.Set, awards.Promotions, state.Day).Grade);
    }

    private static void Calls(ProgressStore store, RepState state, RuleVersion trial, Dictionary<int, long[]> days)
    {
        var kept = Kept(store, state, trial, days);
        using var rows = new Statement(store.Connection, "SELECT title, seconds, at, day, note FROM call WHERE rep = ?1 AND day <= ?2");
        rows.Bind(1, (long)state.Rep.Key).Bind(2, (long)state.Day);
        while (rows.Step())
        {
            var local = state.Rep.Zones.ToLocal(StoredValues.FromMs(rows.Long(2))).Time;
            var outcome = CallFacts.Outcome(trial, CallTitle.Parse(rows.Text(0)).Disposition, rows.Int(1), local);
            var day = At(days, rows.Int(3));
            DayFields.AddCall(day, outcome, +1);
            DayFields.Add(day, DayField.OwnXp, trial.XpOf(CallFacts.Sources(trial, outcome) & ~kept.GetValueOrDefault(rows.Guid(4))));
        }
    }

    /// <summary>What versions of calls that were replaced since had earned already.</summary>
    private static Dictionary<Guid, CallSource> Kept(ProgressStore store, RepState state, RuleVersion trial, Dictionary<int, long[]> days)
    {
        var kept = new Dictionary<Guid, CallSource>();
        using var rows = new Statement(
            store.Connection, "SELECT key, source, day FROM xp_fact WHERE rep = ?1 AND day <= ?2 AND key >= 'call:' AND key < 'call;'");
        rows.Bind(1, (long)state.Rep.Key).Bind(2, (long)state.Day);
        while (rows.Step())
        {
            var (note, source) = (CallFacts.NoteOf(rows.Text(0)), CallSources.Of(rows.Text(1)));
            kept[note] = kept.GetValueOrDefault(note) | source;
            DayFields.Add(At(days, rows.Int(2)), DayField.OwnXp, trial.XpOf(source));
        }

        return kept;
    }

    private static void Activities(ProgressStore store, RepState state, RuleVersion trial, Dictionary<int, long[]> days)
    {
        using var rows = new Statement(store.Connection, "SELECT kind, count, day, undone IS NULL, key FROM activity WHERE rep = ?1 AND day <= ?2");
        rows.Bind(1, (long)state.Rep.Key).Bind(2, (long)state.Day);
        while (rows.Step())
        {
            var (kind, count, day) = (rows.Text(0), rows.Int(1), At(days, rows.Int(2)));
            if (rows.Int(3) != 0) DayFields.AddActivity(day, trial.Set, kind, count);
            // What a day awards is awarded by the replay itself; what a record of the CRM paid may have been on another day, or to another rep.
            if (!ActivityKinds.IsDayAward(kind) && !CrmOutcome.IsKey(rows.Text(4))) DayFields.Add(day, DayField.OwnXp, (long)trial.Set.Xp.GetValueOrDefault(kind) * count);
        }

        using var paid = new Statement(
            store.Connection, $"SELECT source, day FROM xp_fact WHERE rep = ?1 AND day <= ?2 AND key >= 'activity:{CrmOutcome.Prefix}' AND key < 'activity:{CrmOutcome.End}'");
        paid.Bind(1, (long)state.Rep.Key).Bind(2, (long)state.Day);
        while (paid.Step()) DayFields.Add(At(days, paid.Int(1)), DayField.OwnXp, trial.Set.Xp.GetValueOrDefault(paid.Text(0)));
    }

    /// <summary>What comes from elsewhere was settled there, and stays.</summary>
    private static void Elsewhere(DayTable known, Dictionary<int, long[]> days)
    {
        for (var day = known.First; day <= known.Last; day++)
            for (var field = DayField.ElsewhereXp; field <= DayField.ElsewhereDialed; field++)
                if (known.On(field, day) is not 0 and var value) DayFields.Add(At(days, day), field, value);
    }

    private static long[] At(Dictionary<int, long[]> days, int day) =>
        days.TryGetValue(day, out var counters) ? counters : days[day] = new long[DayFields.Count];
}
