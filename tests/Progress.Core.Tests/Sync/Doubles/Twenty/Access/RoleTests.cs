using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

public class RoleTests
{
    private const string Denied = "Entity performing the request does not have permission";

    [Theory]
    [InlineData(Role.Admin, 200, 200, 201, 200)]
    [InlineData(Role.NoDataModel, 403, 200, 201, 200)]
    [InlineData(Role.ReadOnly, 403, 200, 403, 200)]
    [InlineData(Role.NoMembers, 200, 200, 201, 403)]
    public void A_role_may_what_it_may(Role role, int metadata, int read, int write, int members)
    {
        var caller = new TwentyCaller();
        caller.Key = caller.Twenty.Key(role);
        Assert.Equal(metadata, caller.Get("/rest/metadata/objects").Status);
        Assert.Equal(read, caller.Get("/rest/notes").Status);
        Assert.Equal(write, caller.Post("/rest/notes", """{"title":"x"}""").Status);
        Assert.Equal(members, caller.Get("/rest/workspaceMembers").Status);
    }

    [Fact]
    public void What_is_denied_is_said_in_words()
    {
        var caller = new TwentyCaller();
        caller.Key = caller.Twenty.Key(Role.ReadOnly);
        caller.Post("/rest/notes", "{}").ShouldFail(403, Denied);
        Assert.Empty(caller.Twenty.Records("notes"));
        var answer = caller.GraphQl("mutation { createNote(data: {title: \"x\"}) { id } }");
        Assert.Equal("FORBIDDEN", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }
}
