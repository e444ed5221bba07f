using FsCheck;
using FsCheck.Fluent;
using Progress.Reps;
using Progress.Tests.Reps.Progression;
using Xunit;

namespace Progress.Tests.Reps.Properties;

/// <summary>XP and rank never fall, whatever happens in whatever order; and the store is sound after every step.</summary>
public sealed class NeverFallsProperties
{
    [Fact]
    public void Xp_and_rank_never_fall_and_the_store_stays_sound() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000).ListOf(12)), seeds =>
        {
            using var history = new AnyHistory(seeds[0]);
            var before = Standing(history.Store);
            foreach (var (seed, i) in seeds.Select((seed, i) => (seed, i)))
            {
                var step = history.Step(seed, i);
                var after = Standing(history.Store);
                foreach (var (rep, was) in before)
                {
                    Assert.True(after[rep].Xp >= was.Xp, $"{step}: XP of {rep} fell from {was.Xp} to {after[rep].Xp}");
                    Assert.True(after[rep].Rank >= was.Rank, $"{step}: rank of {rep} fell from E-{was.Rank} to E-{after[rep].Rank}");
                    Assert.True(after[rep].Level >= was.Level || history.RulesChanged, $"{step}: level of {rep} fell from {was.Level} to {after[rep].Level}");
                }

                history.Store.AssertSound();
                before = after;
            }

            ExplanationTests.AssertAddsUp(history.Store);
            ExplanationTests.AssertAddsUp(history.Store, IsoTime.Parse("2026-09-15"));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(12, 300)));

    private static Dictionary<string, (long Xp, int Rank, int Level)> Standing(TestStore store) =>
        RepProgressions.Get(store.Store).ToDictionary(p => p.Name, p => (p.TotalXp, int.Parse(p.Rank[2..]), p.Level));
}
