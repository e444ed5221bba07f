using Progress.Doubles;
using Xunit;

namespace Progress.Tests.Doubles;

/// <summary>What an error answer says.</summary>
internal static class ResponseText
{
    public static string Message(this DoubleResponse response) => response.Json["messages"]![0]!.GetValue<string>();

    public static void ShouldFail(this DoubleResponse response, int status, string message)
    {
        Assert.Equal(status, response.Status);
        Assert.Equal(status, response.Json["statusCode"]!.GetValue<int>());
        Assert.StartsWith(message, response.Message(), StringComparison.Ordinal);
    }
}
