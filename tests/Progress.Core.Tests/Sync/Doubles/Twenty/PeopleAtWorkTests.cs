using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

/// <summary>What members do in the user interface of Twenty, as the API shows it.</summary>
public class PeopleAtWorkTests
{
    private static readonly Guid Ann = new("00000000-0000-4000-8000-00000000000a");
    private static readonly Guid Note = new("00000000-0000-4000-8000-000000000001");
    private readonly TwentyCaller caller = new();

    [Fact]
    public void A_note_has_its_author_and_a_note_without_one_has_none()
    {
        caller.Twenty.AddMember(Ann, "Ann", "Lee", "Europe/Berlin");
        caller.Twenty.AddNote(Note, "Call - VM", caller.Clock.Now, Ann);
        caller.Note("Call - VM");
        var row = Assert.Single(caller.List("notes", $"createdBy.workspaceMemberId[eq]:{Ann}"))!;
        Assert.Equal($$$"""{"source":"MANUAL","workspaceMemberId":"{{{Ann}}}","name":"Ann Lee","context":{}}""", row["createdBy"]!.ToJsonString());
        Assert.Single(caller.List("notes", "createdBy.workspaceMemberId[is]:NULL"));
        var member = Assert.Single(caller.List("workspaceMembers"))!;
        Assert.Equal("""{"firstName":"Ann","lastName":"Lee"}""", member["name"]!.ToJsonString());
        Assert.Equal("Europe/Berlin", member["timeZone"]!.GetValue<string>());
    }

    [Fact]
    public void An_edit_moves_the_time_and_trash_can_be_undone()
    {
        caller.Twenty.AddNote(Note, "", caller.Clock.Now);
        caller.Clock.Now += TimeSpan.FromSeconds(30);
        caller.Twenty.EditNote(Note, "Call - CONTACT");
        var row = Assert.Single(caller.List("notes", "title[ilike]:\"call -%\""))!;
        Assert.Equal("2026-10-01T12:00:30.000Z", row["updatedAt"]!.GetValue<string>());
        Assert.Equal("2026-10-01T12:00:00.000Z", row["createdAt"]!.GetValue<string>());
        caller.Twenty.TrashNote(Note);
        Assert.Empty(caller.List("notes"));
        caller.Twenty.RestoreNote(Note);
        Assert.Single(caller.List("notes"));
    }

    [Theory]
    [InlineData(false, "personId")]
    [InlineData(true, "targetPersonId")]
    public void Links_of_notes_have_the_columns_of_the_release(bool morph, string column)
    {
        var release = new TwentyCaller(new TwentyOptions { MorphTargets = morph });
        var answer = release.Post("/rest/noteTargets", $$"""{"noteId":"{{Note}}","{{column}}":"{{Ann}}"}""");
        Assert.Equal(201, answer.Status);
        Assert.Single(release.List("noteTargets", $"{column}[eq]:{Ann}"));
    }
}
