using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Progress.Tests.Customers;

public sealed class NaturalOrderTests
{
    private static readonly Gen<string> Names = Gen.Elements("a", "A", "b", "-", "0", "1", "9", "10", "007", "é").ArrayOf().Select(string.Concat);

    [Theory]
    [InlineData("task-9", "task-10")]
    [InlineData("seed-task-002", "seed-task-10")]
    [InlineData("a", "B")]
    [InlineData("task", "task-1")]
    [InlineData("task-99999999999999999999", "task-100000000000000000000")]
    [InlineData("a01", "a1")]
    [InlineData("A", "a")]
    public void Names_are_ordered_as_people_number_them(string first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
        Assert.True(NaturalOrder.Instance.Compare(second, first) > 0);
        Assert.Equal(0, NaturalOrder.Instance.Compare(first, first));
    }

    [Fact]
    public void It_is_an_order() => Prop.ForAll(Names.Three().ToArbitrary(), names =>
    {
        var (a, b, c) = names;
        var order = NaturalOrder.Instance;
        Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
        Assert.Equal(a == b, order.Compare(a, b) == 0);
        Assert.False(order.Compare(a, b) < 0 && order.Compare(b, c) < 0 && order.Compare(a, c) >= 0);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(500, 20_000)));
}
