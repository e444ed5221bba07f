using System.Text.Json;
using Dapper;
using Progress.Reps;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Store;

public sealed class AuditTests : IDisposable
{
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void A_change_says_when_who_with_what_and_why()
    {
        test.Rep("Ana");
        test.Clock.Now = DateTimeOffset.Parse("2026-10-01T08:30:00Z");
        RepDirectory.Set(test.Store, "Ana", new RepUpdate(Name: "Anna"));
        var entry = AuditLog.Read(test.Store, "rep").First();
        Assert.Equal((new DateTime(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc), DateTimeKind.Utc), (entry.At, entry.At.Kind));
        Assert.Equal(("tester", "test", "rep", TestStore.Id("Ana").ToString(), "because"), (entry.Who, entry.Command, entry.Entity, entry.Key, entry.Reason));
        Assert.Equal("Ana", Json(entry.Old).GetProperty("name").GetString());
        Assert.Equal("Anna", Json(entry.New).GetProperty("name").GetString());
    }

    [Fact]
    public void What_is_new_has_no_old_values()
    {
        test.Rep("Ana");
        Assert.Null(AuditLog.Read(test.Store, "rep").Single().Old);
    }

    [Fact]
    public void Entries_come_newest_first_and_can_be_chosen()
    {
        test.Rep("Ana");
        test.Clock.Now = DateTimeOffset.Parse("2026-10-01T08:30:00Z");
        test.Rep("Ben").Call("Ana", "2026-09-01T10:00:00Z").Import();
        Assert.Equal(["call", "rep", "rep"], AuditLog.Read(test.Store).Select(e => e.Entity));
        Assert.Equal([TestStore.Id("Ben").ToString(), TestStore.Id("Ana").ToString()], AuditLog.Read(test.Store, "rep").Select(e => e.Key));
        Assert.Single(AuditLog.Read(test.Store, "rep", TestStore.Id("Ana").ToString()));
        Assert.Single(AuditLog.Read(test.Store, "rep", since: new DateTime(2026, 10, 1, 8, 30, 0, DateTimeKind.Utc)));
        Assert.Empty(AuditLog.Read(test.Store, "rep", since: new DateTime(2026, 10, 1, 8, 30, 1, DateTimeKind.Utc)));
    }

    [Fact]
    public void An_import_leaves_one_entry_with_file_hash_counts_and_problem_rows()
    {
        var path = test.Write("calls.csv", $"""
            id,title,createdAt,workspaceMemberId
            {TestStore.Id("1")},Call - CONTACT | 2:30 | Ana,2026-09-01T10:00:00Z,{TestStore.Id("Rep")}
            {TestStore.Id("2")},Call - CONTACT | 2:75 | Ana,2026-09-01T10:00:00Z,{TestStore.Id("Rep")}
            {TestStore.Id("3")},Email - hello,2026-09-01T10:00:00Z,{TestStore.Id("Rep")}

            """);
        CallImport.FromFile(test.Store, path, new ImportOptions());
        var entry = Assert.Single(AuditLog.Read(test.Store));
        Assert.Equal(("call", path), (entry.Entity, entry.Key));
        var json = Json(entry.New);
        Assert.Equal(path, json.GetProperty("file").GetString());
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))).ToLowerInvariant(), json.GetProperty("sha256").GetString());
        var summary = json.GetProperty("summary");
        Assert.Equal(
            [3, 1, 1, 1],
            new[] { "read", "imported", "notACall", "invalid" }.Select(name => summary.GetProperty(name).GetInt32()));
        var problem = Assert.Single(summary.GetProperty("problems").EnumerateArray());
        Assert.Equal(3, problem.GetProperty("line").GetInt32());
    }

    [Fact]
    public void An_import_that_changes_nothing_leaves_no_entry()
    {
        var path = test.Write("calls.csv", $"id,title,createdAt\n{TestStore.Id("1")},Call - NA | 0:30,2026-09-01T10:00:00Z\n");
        CallImport.FromFile(test.Store, path, new ImportOptions());
        var before = StoreText.Of(test.Store);
        Assert.Equal(1, CallImport.FromFile(test.Store, path, new ImportOptions()).Duplicate);
        Assert.Equal(before, StoreText.Of(test.Store));
        Assert.Single(AuditLog.Read(test.Store));
    }

    [Fact]
    public void A_record_waits_once_in_the_outbox_since_its_first_change()
    {
        test.Rep("Ana");
        test.Clock.Now = DateTimeOffset.Parse("2026-10-01T08:30:00Z");
        RepDirectory.Set(test.Store, "Ana", new RepUpdate(Name: "Anna"));
        test.Call("Ana", "2026-09-01T10:00:00Z").Import();
        var row = Assert.Single(test.Store.Connection.Query<(string Entity, string Key, long Since)>("SELECT entity, key, since FROM outbox"));
        Assert.Equal(TestStore.Id("Ana").ToString(), row.Key);
        Assert.Equal(new DateTime(2026, 9, 30, 12, 0, 0, DateTimeKind.Utc), StoredValues.FromMs(row.Since));
    }

    [Fact]
    public void A_trial_of_an_import_leaves_neither_entry_nor_outbox()
    {
        test.Rep("Ana");
        var before = StoreText.Of(test.Store);
        test.Call("Ana", "2026-09-01T10:00:00Z").Import(new ImportOptions { WhatIf = true });
        Assert.Equal(before, StoreText.Of(test.Store));
    }

    private static JsonElement Json(string? text) => JsonDocument.Parse(text!).RootElement;
}
