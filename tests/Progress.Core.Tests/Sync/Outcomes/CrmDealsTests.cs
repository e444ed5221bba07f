using FsCheck;
using FsCheck.Fluent;
using Progress.Reps;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class CrmDealsTests
{
    [Theory]
    [InlineData(0, 0, 3, 3, 0)]
    [InlineData(3, 0, 2, 3, 1)]
    [InlineData(3, 1, 3, 4, 1)]
    [InlineData(3, 1, 2, 3, 1)]
    public void What_was_agreed_is_raised_by_as_little_as_the_deals_want(long counted, long undone, long closed, long nextCounted, long nextUndone) =>
        Assert.Equal(new CrmDeals(nextCounted, nextUndone), new CrmDeals(counted, undone).With(closed));

    [Fact]
    public void The_figures_never_fall_and_their_difference_is_what_is_closed()
    {
        var cases = from counted in Gen.Choose(0, 99) from undone in Gen.Choose(0, 99) from closed in Gen.Choose(0, 99) select (counted, undone, closed);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var next = new CrmDeals(c.counted, c.undone).With(c.closed);
            return next.Counted - next.Undone == c.closed && next.Counted >= c.counted && next.Undone >= c.undone;
        }).QuickCheckThrowOnFailure();
    }
}
