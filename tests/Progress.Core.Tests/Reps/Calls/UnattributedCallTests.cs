using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Calls;

public sealed class UnattributedCallTests
{
    private const string At = "2026-09-30T10:00:00Z";

    [Fact]
    public void A_call_without_a_rep_is_stored_and_counted_nowhere()
    {
        using var store = new TestStore().Rep("Ana");
        Assert.Equal(1, store.Call(null, At, "APPOINTMENT", "3:00").Import().Unattributed);
        Assert.Equal((0, 0), (store.Xp("Ana"), store.Progression("Ana").Dials));
        Assert.Null(CallNotes.List(store.Store, unattributed: true).Single().WorkspaceMemberId);
    }

    [Fact]
    public void It_is_credited_once_its_rep_is_named()
    {
        using var store = new TestStore().Rep("Ana");
        store.Call(null, At, "APPOINTMENT", "3:00").Import();
        var id = CallNotes.List(store.Store, unattributed: true).Single().Id;
        CallNotes.SetRep(store.Store, id, "Ana");
        CallNotes.SetRep(store.Store, id, "Ana");
        Assert.Equal((122 + 25, 1), (store.Xp("Ana"), store.Progression("Ana").Appointments));
        Assert.Empty(CallNotes.List(store.Store, unattributed: true));
        store.AssertSound();
    }

    [Fact]
    public void Naming_the_rep_outlives_the_next_import()
    {
        using var store = new TestStore().Rep("Ana");
        var id = store.NextId();
        store.Note("Call - CONTACT | 1:00", At, null, id).Import();
        CallNotes.SetRep(store.Store, id, "Ana");
        Assert.Equal(1, store.Note("Call - CONTACT | 1:00", At, null, id).Import().Duplicate);
        store.Note("Call - CONTACT | 3:00", At, null, id).Import();
        Assert.Equal(22 + 25, store.Xp("Ana"));
        store.AssertSound();
    }

    [Fact]
    public void A_call_of_one_rep_is_not_given_to_another()
    {
        using var store = new TestStore().Rep("Ana").Rep("Bo").Call("Ana", At);
        store.Import();
        var id = CallNotes.List(store.Store).Single().Id;
        Assert.Equal("CallAttributed", Assert.Throws<ProgressException>(() => CallNotes.SetRep(store.Store, id, "Bo")).Id);
        Assert.Equal("CallNotFound", Assert.Throws<ProgressException>(() => CallNotes.SetRep(store.Store, Guid.NewGuid(), "Bo")).Id);
        Assert.Equal("RepNotFound", Assert.Throws<ProgressException>(() => CallNotes.SetRep(store.Store, id, "Nobody")).Id);
    }
}
