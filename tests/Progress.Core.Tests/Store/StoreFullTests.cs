using Dapper;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class StoreFullTests : IDisposable
{
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public void An_import_that_does_not_fit_changes_nothing_and_succeeds_once_there_is_room(int pages)
    {
        test.Rep("Ana");
        var path = test.Write("calls.csv", Calls());
        var before = StoreText.Of(test.Store);
        Limit(pages);
        var error = StoreFolder.Refused(() => CallImport.FromFile(test.Store, path, new ImportOptions()), "StoreFull", ErrorKind.Store);
        Assert.Contains("make room", error.Message);
        Assert.Equal(before, StoreText.Of(test.Store));
        test.AssertSound();
        Limit(1_000_000);
        Assert.Equal(5_000, CallImport.FromFile(test.Store, path, new ImportOptions()).Imported);
        test.AssertSound();
    }

    [Fact]
    public void Activities_that_do_not_fit_change_nothing()
    {
        test.Rep("Ana");
        var before = StoreText.Of(test.Store);
        Limit(10);
        NewActivity[] many = [.. Enumerable.Range(0, 2_000).Select(i => new NewActivity("Ana", "email_sent", IsoTime.Parse("2026-09-12"), Id: $"{i}"))];
        StoreFolder.Refused(() => RepActivities.Add(test.Store, many), "StoreFull", ErrorKind.Store);
        Assert.Equal(before, StoreText.Of(test.Store));
        Limit(1_000_000);
        Assert.All(RepActivities.Add(test.Store, many), entered => Assert.Null(entered.Error));
        test.AssertSound();
    }

    /// <summary>Lets the file grow by so many pages.</summary>
    private void Limit(int pages) =>
        test.Store.Connection.ExecuteScalar<long>($"PRAGMA max_page_count = {test.Store.Connection.Pragma("page_count") + pages}");

    private static string Calls() =>
        "id,title,createdAt,workspaceMemberId\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i =>
            $"{TestStore.Id($"{i}")},Call - NO_ANSWER | 0:30 | Lead {i},2026-09-01T10:00:00Z,{TestStore.Id("Ana")}\n"));
}
