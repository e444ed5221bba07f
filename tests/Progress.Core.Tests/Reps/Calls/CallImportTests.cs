using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Reps.Calls;

public sealed class CallImportTests
{
    [Fact]
    public void The_summary_sorts_every_row_and_adds_up()
    {
        using var store = new TestStore().Rep("Ana");
        var twice = store.NextId();
        var summary = store
            .Note("Call - CONTACT | 3:00 | Bo", "2026-09-30T10:00:00Z", "Ana", twice)
            .Note("Call - CONTACT | 3:00 | Bo", "2026-09-30T10:00:00Z", "Ana", twice)
            .Note("Call - CONTACT | 3:00 | Zoe", "2026-09-30T10:00:00Z", "Ana", twice)
            .Note("Call - contact", "2026-09-30T10:00:01Z", "Ana")
            .Note("SMS - hello", "2026-09-30T10:00:02Z", "Ana")
            .Note("Call - CONTACT | 0:60", "2026-09-30T10:00:03Z", "Ana")
            .Note("Call - CONTACT | 0:30", "2026-09-30T10:00:04Z", null)
            .Note("Call - PITCHED | 0:30", "2026-09-30T10:00:05Z", "Nobody known")
            .Import();
        Assert.Equal(8, summary.Read);
        Assert.Equal((2, 1, 1, 1), (summary.Imported, summary.Updated, summary.Duplicate, summary.Secondary));
        Assert.Equal((1, 1, 1, 1), (summary.NotACall, summary.Invalid, summary.Unattributed, summary.UnknownDisposition));
        Assert.Equal([6L, 8L], summary.Problems.Select(p => p.Line));
    }

    [Fact]
    public void A_second_import_changes_nothing_and_says_so()
    {
        using var store = new TestStore().Rep("Ana");
        var notes = Enumerable.Range(0, 50)
            .Select(i => new SourceNote(i + 1, store.NextId().ToString(), $"Call - CONTACT | 2:{i:00}", $"2026-09-30T10:{i:00}:00Z", null, i % 7 == 0 ? null : TestStore.Id("Ana").ToString()))
            .ToList();
        store.Import(notes);
        var before = StoreText.Of(store.Store);
        store.Clock.Now = store.Clock.Now.AddHours(1);
        var again = store.Import(notes);
        Assert.Equal(new ImportSummary { Read = 50, Duplicate = 50, Problems = again.Problems }, again);
        Assert.Equal(before, StoreText.Of(store.Store));
    }

    [Fact]
    public void What_if_prints_the_whole_summary_and_writes_nothing()
    {
        using var store = new TestStore();
        var before = StoreText.Of(store.Store);
        var summary = store.Call("New", "2026-09-30T10:00:00Z").Import(new ImportOptions { WhatIf = true });
        Assert.Equal((1, true), (summary.Imported, summary.WhatIf));
        Assert.Equal(before, StoreText.Of(store.Store));
    }

    [Fact]
    public void A_rep_who_is_not_known_is_created_and_named_by_id()
    {
        using var store = new TestStore("Europe/Berlin");
        store.Call("Ana", "2026-09-30T10:00:00Z").Import();
        var rep = RepDirectory.List(store.Store).Single();
        Assert.Equal((TestStore.Id("Ana"), TestStore.Id("Ana").ToString(), "Europe/Berlin"), (rep.RepId, rep.Name, rep.TimeZone));
    }

    [Fact]
    public void With_known_reps_only_a_call_of_another_is_invalid()
    {
        using var store = new TestStore().Rep("Ana");
        var summary = store.Call("Ana", "2026-09-30T10:00:00Z").Call("Bo", "2026-09-30T10:00:00Z").Import(new ImportOptions { KnownRepsOnly = true });
        Assert.Equal((1, 1), (summary.Imported, summary.Invalid));
        Assert.Equal("workspaceMemberId", summary.Problems.Single().Field);
        Assert.Single(RepDirectory.List(store.Store));
    }

    [Theory]
    [InlineData("not-a-uuid", "2026-09-30T10:00:00Z", null, "id")]
    [InlineData(null, "03/04/2026", null, "createdAt")]
    [InlineData(null, "", null, "createdAt")]
    [InlineData(null, "9999-12-31T23:59:59", null, "createdAt")]
    [InlineData(null, "0001-01-01T00:00:00", null, "createdAt")]
    [InlineData(null, "2026-09-30T10:00:00Z", "yesterday", "updatedAt")]
    public void A_malformed_field_refuses_everything_and_names_line_field_and_value(string? id, string createdAt, string? updatedAt, string field)
    {
        using var store = new TestStore("Pacific/Kiritimati");
        SourceNote[] notes =
        [
            new(1, null, "Call - CONTACT | 0:30", "2026-09-30T10:00:00Z", null, TestStore.Id("Ana").ToString()),
            new(2, id, "Call - CONTACT | 0:30", createdAt, updatedAt, TestStore.Id("Ana").ToString()),
        ];
        var error = Assert.Throws<ProgressException>(() => store.Import(notes));
        Assert.Equal("InvalidRow", error.Id);
        Assert.Contains("line 2", error.Message);
        Assert.Contains(field, error.Message);
        Assert.Empty(CallNotes.List(store.Store));
        var kept = store.Import(notes, new ImportOptions { SkipInvalid = true });
        Assert.Equal((1, 1), (kept.Imported, kept.Invalid));
    }

    [Fact]
    public void A_call_without_id_has_the_same_id_every_time()
    {
        using var store = new TestStore().Rep("Ana");
        SourceNote note = new(1, "", "Call - CONTACT | 0:30", "2026-09-30T12:00:00+02:00", null, TestStore.Id("Ana").ToString());
        store.Import([note]);
        var again = store.Import([note with { CreatedAt = "2026-09-30T10:00:00.000Z" }]);
        Assert.Equal(1, again.Duplicate);
        var other = store.Import([note with { Title = "Call - CONTACT | 0:31" }]);
        Assert.Equal(1, other.Imported);
        Assert.All(CallNotes.List(store.Store), c => Assert.Equal('5', c.Id.ToString()[14]));
    }

    [Fact]
    public void A_named_id_is_a_uuid_of_version_5() =>
        Assert.Equal(new Guid("886313e1-3b8a-5372-9b90-0c9aee199e5d"), NamedGuid.Create(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "python.org"));

    [Fact]
    public void One_import_leaves_one_audit_row_with_its_counts()
    {
        using var store = new TestStore().Rep("Ana");
        store.Calls("Ana", "2026-09-30T10:00", 30, "CONTACT", "0:30").Import();
        var audit = Assert.Single(AuditLog.Read(store.Store, "call"));
        Assert.Contains("\"imported\":30", audit.New);
    }
}
