using System.Text.Json;
using Dapper;
using Progress.Json;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Takes over what a remote knows of a rep and this store does not: it counts from then on, and pays nothing of ours but days' awards.</summary>
/// <param name="change">The change.</param>
/// <param name="audit">Its audit row, made when something is learnt.</param>
/// <param name="book">The rules.</param>
internal sealed class SetAdoption(StoreChange change, Lazy<long> audit, RuleBook book)
{
    private const int LongestName = 200;
    private const int LongestCareer = 50 * 366;

    /// <returns>The earliest day that changed, or null where everything was known.</returns>
    public int? Adopt(RepState state, RepSets told)
    {
        var (rep, known, today) = (state.Rep, RepSets.Of(state), state.Day);
        var days = new DayLedger();
        var learnt = Learn(rep, AchievementKind.Module, told.Modules.Except(known.Modules), today)
            + Learn(rep, AchievementKind.Certification, told.Certifications.Except(known.Certifications), today)
            + Learn(rep, AchievementKind.Exam, told.Exams.Except(known.Exams), today)
            + Learn(rep, AchievementKind.Boss, told.Bosses.Except(known.Bosses), today)
            + Badges(rep, told.Badges.Except(known.Badges), today)
            + Promote(rep, told.Promotions, known.Promotions);
        var history = state.History;
        Mark(told.ActiveDays.Where(d => Sane(d) && !history.Days.IsActive(d)), DayField.ElsewhereActive);
        Mark(told.DialedDays.Where(d => Sane(d) && !history.Days.IsDialed(d) && history.DayAwards.GetValueOrDefault(d).FirstDial == 0), DayField.ElsewhereDialed);
        foreach (var day in told.StreakDays.Where(d => Sane(d) && history.DayAwards.GetValueOrDefault(d).Streak == 0)) Streak(rep, day, days);
        var earliest = days.Earliest();
        days.Flush(change);
        return earliest.TryGetValue(rep.Key, out var first) ? first : learnt > 0 ? today : null;

        // Another device may live a day ahead; a day of another century is a fault of somebody's.
        bool Sane(int day) => day <= today + 1 && day > today - LongestCareer;

        void Mark(IEnumerable<int> fresh, DayField flag)
        {
            foreach (var day in fresh) DayFields.Add(days[rep.Key, day], flag, 1);
        }
    }

    private int Learn(RepEntry rep, AchievementKind kind, IEnumerable<string> names, int day)
    {
        var fresh = names.Where(n => n.Length <= LongestName).ToList();
        foreach (var name in fresh)
        {
            var fact = new AchievementFact(kind, name, null, null, null, false, Passed: true, change.Now, day, Pays: false);
            if (AchievementTable.Find(change.Connection, rep.Key, fact) is null) AchievementTable.Insert(change.Connection, rep.Key, fact, audit.Value);
        }

        return fresh.Count;
    }

    private int Badges(RepEntry rep, IEnumerable<string> names, int day) =>
        names.Where(n => n.Length <= LongestName)
            .Sum(badge => change.Connection.Execute(
                "INSERT INTO rep_badge (rep, badge, day) VALUES (@rep, @badge, @day) ON CONFLICT DO NOTHING", new { rep = rep.Key, badge, day }));

    private int Promote(RepEntry rep, IReadOnlyDictionary<string, int> told, IReadOnlyDictionary<string, int> known)
    {
        const string sql = """
            INSERT INTO promotion (rep, grade, day, rules, evidence, change) VALUES (@rep, @grade, @day, @rules, @evidence, @audit)
            ON CONFLICT DO UPDATE SET day = excluded.day WHERE excluded.day < day
            """;
        var changed = 0;
        foreach (var (grade, day) in told.Where(t => !known.TryGetValue(t.Key, out var since) || t.Value < since))
        {
            var rules = book.InForce(day);
            if (Ranks.Find(rules.Set, grade) is not { } rank || rank == rules.Set.Ranks[0]) continue;
            var evidence = JsonSerializer.Serialize(new { ToldBy = "CRM" }, OutputJson.Compact);
            changed += change.Connection.Execute(sql, new { rep = rep.Key, grade = rank.Grade, day, rules = rules.Id, evidence, audit = audit.Value });
        }

        return changed;
    }

    private void Streak(RepEntry rep, int day, DayLedger days)
    {
        const string sql = """
            INSERT INTO day_award (rep, day, first_dial, streak, rules) VALUES (@rep, @day, 0, @xp, @rules)
            ON CONFLICT DO UPDATE SET streak = excluded.streak WHERE streak = 0
            """;
        var rules = book.InForce(day);
        var xp = rules.Set.Xp[XpSource.StreakDay];
        if (change.Connection.Execute(sql, new { rep = rep.Key, day, xp, rules = rules.Id }) > 0)
            DayFields.Add(days[rep.Key, day], DayField.AwardXp, xp);
    }
}
