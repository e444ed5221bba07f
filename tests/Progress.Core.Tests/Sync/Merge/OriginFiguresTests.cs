using FsCheck;
using FsCheck.Fluent;
using Progress.Reps;
using Xunit;

namespace Progress.Tests;

/// <summary>Spec, chapter 50, "XP that adds up on every device".</summary>
public sealed class OriginFiguresTests
{
    private static readonly OriginFigures Told = Figures(500, 300, ("dev:one", 200), ("notes", 100));

    [Fact]
    public void What_nobody_of_ours_claimed_is_foreign() => Assert.Equal(200, Told.Foreign);

    [Theory]
    [InlineData("dev:one", 200, 500)]
    [InlineData("dev:one", 150, 500)]
    [InlineData("dev:one", 260, 560)]
    [InlineData("dev:two", 40, 540)]
    [InlineData("-dev:one", 40, 460)]
    public void What_is_shown_is_what_the_remote_told_and_what_of_ours_it_does_not_count_yet(string origin, long local, long shown) =>
        Assert.Equal(shown, Told.Shown(new Dictionary<string, long> { [origin] = local }));

    [Fact]
    public void What_was_overwritten_is_shown_and_not_claimed()
    {
        var told = Told with { Lost = 70 };
        var local = new Dictionary<string, long> { ["dev:one"] = 250 };
        Assert.Equal(620, told.Shown(local));
        Assert.Equal((550, 350, 70), told.Claim(local) is var c ? (c.Total, c.Claimed, c.Lost) : default);
    }

    [Fact]
    public void A_claim_takes_the_greater_figure_of_each_origin()
    {
        var claimed = Told.Claim(new Dictionary<string, long> { ["dev:one"] = 150, ["notes"] = 130, ["days"] = 25 });
        Assert.Equal((555, 355, 200), (claimed.Total, claimed.Claimed, claimed.Foreign));
        Assert.Equal("dev:one=200 days=25 notes=130", string.Join(' ', claimed.Origins.OrderBy(o => o.Key == "dev:one" ? "" : o.Key).Select(o => $"{o.Key}={o.Value}")));
    }

    [Fact]
    public void Records_of_one_rep_add_up_origin_by_origin()
    {
        var both = Told.With(Figures(900, 350, ("dev:one", 250), ("dev:two", 100)));
        // 200 and 550 of others; 250 of one, 100 of two, 100 of notes
        Assert.Equal((1200, 450, 750), (both.Total, both.Claimed, both.Foreign));
    }

    [Fact]
    public void Records_add_up_in_any_order()
    {
        var figures = from a in Record from b in Record from c in Record select (a, b, c);
        Prop.ForAll(figures.ToArbitrary(), f =>
        {
            var (one, other) = (f.a.With(f.b).With(f.c), f.c.With(f.b.With(f.a)));
            return (one.Total, one.Claimed, Text(one)) == (other.Total, other.Claimed, Text(other));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Claims_in_any_order_come_to_the_same_and_twice_to_once()
    {
        var cases = from told in Record from a in Origins from b in Origins select (told, a, b);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var (ab, ba) = (c.told.Claim(c.a).Claim(c.b), c.told.Claim(c.b).Claim(c.a));
            return (ab.Total, ab.Claimed, Text(ab)) == (ba.Total, ba.Claimed, Text(ba))
                && ab.Claim(c.a) is var again && (again.Total, Text(again)) == (ab.Total, Text(ab)) && ab.Foreign == c.told.Foreign;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Three devices that enter, read and write one record (compare-and-set), and another writer that adds at one stroke.</summary>
    [Fact]
    public void No_shown_total_falls_and_all_agree_in_the_end()
    {
        var steps = Gen.ArrayOf(from who in Gen.Choose(0, 2) from what in Gen.Choose(0, 4) from n in Gen.Choose(1, 90) select (who, what, n));
        Prop.ForAll(steps.ToArbitrary(), all =>
        {
            var (record, others, entered) = (OriginFigures.None, 0L, new long[3]);
            var told = new[] { OriginFigures.None, OriginFigures.None, OriginFigures.None };
            var local = new[] { New(), New(), New() };
            var shown = new long[3];
            var notes = 0L;
            foreach (var (who, what, n) in all)
            {
                switch (what)
                {
                    case 0: local[who][$"dev:{who}"] = entered[who] += n; break;
                    case 1: local[who]["notes"] = notes = Math.Max(notes, notes + n); break;
                    case 2: (record, others) = (record with { Total = record.Total + n }, others + n); break;
                    case 3: told[who] = record; break;
                    default: told[who] = record = record.Claim(local[who]); break;
                }

                for (var d = 0; d < 3; d++)
                {
                    if (told[d].Shown(local[d]) < shown[d]) return false;
                    shown[d] = told[d].Shown(local[d]);
                }
            }

            for (var d = 0; d < 3; d++) record = record.Claim(local[d]);
            return record.Total == others + entered.Sum() + local.Max(l => l.GetValueOrDefault("notes")) && local.All(l => record.Shown(l) == record.Total);
        }).QuickCheckThrowOnFailure();

        static Dictionary<string, long> New() => [];
    }

    private static Gen<Dictionary<string, long>> Origins =>
        from keys in Gen.SubListOf(new[] { "dev:one", "dev:two", "-dev:one", "notes", "days", "paid:module:module_0" })
        from values in Gen.ArrayOf(Gen.Choose(0, 500), keys.Count)
        select keys.Zip(values).ToDictionary(p => p.First, p => (long)p.Second);

    private static Gen<OriginFigures> Record =>
        from foreign in Gen.Choose(-200, 900)
        from origins in Origins
        let claimed = OriginFigures.Sum(origins)
        select new OriginFigures(foreign + claimed, claimed, origins);

    private static string Text(OriginFigures figures) => string.Join(' ', figures.Origins.Where(o => o.Value > 0).OrderBy(o => o.Key).Select(o => $"{o.Key}={o.Value}"));

    private static OriginFigures Figures(long total, long claimed, params (string Origin, long Xp)[] origins) =>
        new(total, claimed, origins.ToDictionary(o => o.Origin, o => o.Xp));
}
