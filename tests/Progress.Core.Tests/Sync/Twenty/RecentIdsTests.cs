using Progress.Sync.Twenty;
using Xunit;

namespace Progress.Tests.Sync;

public sealed class RecentIdsTests
{
    [Fact]
    public void Of_a_list_of_any_length_only_the_last_ids_are_kept()
    {
        var (recent, ids) = (new RecentIds(), Enumerable.Range(0, 5 * RecentIds.Kept).Select(i => new Guid(i, 0, 0, new byte[8])).ToList());

        Assert.All(ids, id => Assert.True(recent.Add(id)));

        Assert.All(ids[^RecentIds.Kept..], id => Assert.False(recent.Add(id)));
        Assert.True(recent.Add(ids[0]));
    }
}
