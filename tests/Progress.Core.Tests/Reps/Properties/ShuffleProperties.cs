using FsCheck;
using FsCheck.Fluent;
using Progress.Reps;
using Progress.Tests.Reps.Progression;
using Xunit;

namespace Progress.Tests.Reps.Properties;

public sealed class ShuffleProperties
{
    private static readonly Gen<(int Seed, int Count, int Order)> Files =
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(1, 700)
        from order in Gen.Choose(0, int.MaxValue)
        select (seed, count, order);

    [Fact]
    public void Rows_in_any_order_give_the_same_ledger_progression_badges_and_promotions() =>
        Prop.ForAll(Files.ToArbitrary(), file =>
        {
            var notes = new GeneratedNotes(file.Seed).Make(file.Count);
            var (inOrder, first) = Import(notes);
            var (shuffled, second) = Import(GeneratedNotes.Shuffle(notes, file.Order));
            Assert.Equal(inOrder, shuffled);
            Assert.Equal((first.Read, first.Secondary, first.NotACall, first.Invalid, first.UnknownDisposition), (second.Read, second.Secondary, second.NotACall, second.Invalid, second.UnknownDisposition));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(15, 200)));

    [Fact]
    public void The_summary_adds_up_and_the_second_import_changes_nothing() =>
        Prop.ForAll(Files.ToArbitrary(), file =>
        {
            var notes = new GeneratedNotes(file.Seed).Make(file.Count);
            using var store = GeneratedNotes.Store();
            AssertAddsUp(store.Import(notes), notes.Count);
            store.AssertSound();
            ExplanationTests.AssertAddsUp(store);
            var before = StoreText.Of(store.Store);
            var again = store.Import(GeneratedNotes.Shuffle(notes, file.Order));
            AssertAddsUp(again, notes.Count);
            Assert.Equal((0, 0, 0), (again.Imported, again.Updated, again.Unattributed));
            Assert.Equal(before, StoreText.Of(store.Store));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(15, 200)));

    private static void AssertAddsUp(ImportSummary s, int rows) =>
        Assert.Equal((rows, rows), (s.Read, s.Imported + s.Updated + s.Duplicate + s.Secondary + s.NotACall + s.Invalid + s.Unattributed));

    private static (string Text, ImportSummary Summary) Import(List<SourceNote> notes)
    {
        using var store = GeneratedNotes.Store();
        var summary = store.Import(notes);
        var text = TestStore.Csv(RepLedger.Read(store.Store))
            + TestStore.Csv(RepProgressions.Get(store.Store, since: new DateOnly(2026, 1, 1)))
            + TestStore.Csv(RepBadges.Get(store.Store))
            + TestStore.Csv(RepMetrics.Get(store.Store))
            + TestStore.Csv(RepState.Read(store.Store, null, null).SelectMany(s => s.Promotions.Select(p => new { s.Rep.Member, p.Grade, p.Day, p.Evidence })));
        return (text, summary);
    }
}
