using System.Net.Http.Json;

namespace Progress.Doubles;

/// <summary>Pays the academy's XP into a Twenty double of another process.</summary>
internal sealed class RemotePay(Uri twenty)
{
    private readonly HttpClient client = new() { BaseAddress = twenty };

    public void Pay(Guid member, double xp, string? badge, string? module)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "_double/other-writer")
        {
            Content = JsonContent.Create(new { member, xp, badge, module }),
        };
        using var response = client.Send(request);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{twenty} answered {(int)response.StatusCode} to the academy's XP.");
    }
}
