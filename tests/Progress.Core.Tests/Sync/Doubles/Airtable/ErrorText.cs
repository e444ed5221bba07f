using System.Text.Json.Nodes;
using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>What an error answer says.</summary>
internal static class ErrorText
{
    public static void ShouldFail(this DoubleResponse response, int status, string type, string? message = null)
    {
        Assert.Equal((status, type), (response.Status, TypeOf(response)));
        if (message is not null)
            Assert.Contains(message, response.Json["error"]!["message"]!.GetValue<string>());
    }

    public static DoubleResponse ShouldPass(this DoubleResponse response)
    {
        Assert.True(response.Status == 200, $"{response.Status} {response.Text}");
        return response;
    }

    private static string? TypeOf(DoubleResponse response) => response.Json["error"] switch
    {
        JsonObject error => error["type"]?.GetValue<string>(),
        JsonValue text => text.GetValue<string>(),
        _ => null,
    };
}
