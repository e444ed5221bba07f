using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Reps;

public sealed class RepDirectoryTests : IDisposable
{
    private readonly TestStore test = new("Europe/Berlin");

    public void Dispose() => test.Dispose();

    [Fact]
    public void A_new_rep_has_the_zone_of_the_store_unless_it_has_its_own()
    {
        test.Rep("Ana").Rep("Ben", "Asia/Kolkata");

        Assert.Equal([("Ana", "Europe/Berlin"), ("Ben", "Asia/Kolkata")], RepDirectory.List(test.Store).Select(r => (r.Name, r.TimeZone)));
    }

    [Fact]
    public void An_empty_cell_says_nothing()
    {
        var rep = RepDirectory.Add(test.Store, new NewRep(TestStore.Id("Ana"), "", "", ""));

        Assert.Equal((TestStore.Id("Ana").ToString(), "Europe/Berlin", null), (rep.Name, rep.TimeZone, rep.RedHawkId));
    }

    [Fact]
    public void What_cannot_be_a_new_rep_is_refused_and_changes_nothing()
    {
        RepDirectory.Add(test.Store, new NewRep(TestStore.Id("Ana"), "Ana", RedHawkId: "7"));
        var before = StoreText.Of(test.Store);

        Refused("RepExists", new NewRep(TestStore.Id("Ana"), "Ana again"));
        Refused("InvalidRepId", new NewRep(Guid.Empty, "Nobody"));
        Refused("RedHawkIdTaken", new NewRep(TestStore.Id("Ben"), "Ben", RedHawkId: "7"));
        Refused("InvalidTimeZone", new NewRep(TestStore.Id("Ben"), "Ben", "Mars/Olympus"));

        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Fact]
    public void A_change_keeps_what_it_does_not_name_and_is_in_the_audit()
    {
        RepDirectory.Add(test.Store, new NewRep(TestStore.Id("Ana"), "Ana", RedHawkId: "7"));

        var rep = RepDirectory.Set(test.Store, "ana", new RepUpdate(Name: "Ana Silva"));

        Assert.Equal(("Ana Silva", "7", "Europe/Berlin"), (rep.Name, rep.RedHawkId, rep.TimeZone));
        var entry = AuditLog.Read(test.Store, "rep").First();
        Assert.Contains("\"name\":\"Ana\"", entry.Old);
        Assert.Contains("\"name\":\"Ana Silva\"", entry.New);
    }

    [Fact]
    public void A_change_to_what_is_there_already_leaves_no_trace()
    {
        test.Rep("Ana");
        var before = StoreText.Of(test.Store);

        RepDirectory.Set(test.Store, "Ana", new RepUpdate(Name: "Ana", Active: true));

        Assert.Equal(before, StoreText.Of(test.Store));
    }

    [Fact]
    public void A_name_that_two_reps_have_is_refused_with_their_ids()
    {
        test.Rep("Ana");
        RepDirectory.Add(test.Store, new NewRep(TestStore.Id("other"), "Ana"));

        var error = Assert.Throws<ProgressException>(() => RepDirectory.Set(test.Store, "Ana", new RepUpdate(Active: false)));

        Assert.Equal("RepAmbiguous", error.Id);
        Assert.Contains(TestStore.Id("Ana").ToString(), error.Message);
        Assert.Contains(TestStore.Id("other").ToString(), error.Message);
    }

    private void Refused(string id, NewRep rep) => Assert.Equal(id, Assert.Throws<ProgressException>(() => RepDirectory.Add(test.Store, rep)).Id);
}
