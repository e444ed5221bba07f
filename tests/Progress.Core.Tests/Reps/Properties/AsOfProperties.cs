using FsCheck;
using FsCheck.Fluent;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Properties;

public sealed class AsOfProperties
{
    private static readonly Gen<(int Seed, int Count, int Day)> Days =
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(1, 700)
        from day in Gen.Choose(16, 30)
        select (seed, count, day);

    [Fact]
    public void A_past_day_looks_as_it_did_before_the_days_after_it() =>
        Prop.ForAll(Days.ToArbitrary(), file =>
        {
            var notes = new GeneratedNotes(file.Seed).Make(file.Count).DistinctBy(n => n.Id).ToList();
            var asOf = $"2026-09-{file.Day:00}";
            using var whole = GeneratedNotes.Store();
            whole.Import(notes);
            var later = CallNotes.List(whole.Store, from: DateOnly.Parse(asOf).AddDays(1)).Select(c => c.Id.ToString()).ToHashSet();
            using var then = GeneratedNotes.Store();
            then.Clock.Now = DateTimeOffset.Parse($"{asOf}T12:00:00Z");
            then.Import(notes.Where(n => !later.Contains(n.Id!)));
            Assert.Equal(Text(then, null), Text(whole, asOf));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(10, 150)));

    private static string Text(TestStore store, string? day)
    {
        IsoTime? asOf = day is null ? null : IsoTime.Parse(day);
        return TestStore.Csv(RepLedger.Read(store.Store, asOf: asOf))
            + TestStore.Csv(RepProgressions.Get(store.Store, asOf: asOf, since: new DateOnly(2026, 9, 10)))
            + TestStore.Csv(RepBadges.Get(store.Store, asOf: asOf))
            + TestStore.Csv(RepMetrics.Get(store.Store, asOf: asOf))
            + TestStore.Csv(RepDiagnoses.Get(store.Store, asOf: asOf))
            + TestStore.Csv(RepRisks.Get(store.Store, asOf: asOf))
            + TestStore.Csv(RepLeaderboard.Get(store.Store, "Week", asOf: asOf));
    }
}
