using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The API keys of the workspace: JWTs signed by the double, checked by text once issued.</summary>
internal sealed class ApiKeys(Random random)
{
    private static readonly byte[] Secret = SHA256.HashData("the secret of the double"u8);
    private readonly Dictionary<string, ApiKey> issued = [];

    public string Mint(Role role, DateTimeOffset expires, string name)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var id = new Guid(bytes);
        var workspace = StableId.Of("workspace");
        var payload = JsonSerializer.Serialize(new
        {
            sub = workspace, type = "API_KEY", workspaceId = workspace, exp = expires.ToUnixTimeSeconds(), jti = id,
        });
        var signed = $"{Base64("""{"alg":"HS256","typ":"JWT"}""")}.{Base64(payload)}";
        var token = $"{signed}.{Url(HMACSHA256.HashData(Secret, Encoding.ASCII.GetBytes(signed)))}";
        issued[token] = new ApiKey(id, name, role, expires);
        return token;
    }

    /// <summary>Takes any text as a key, for people who want one of their own.</summary>
    public void Accept(string token, Role role, string name) =>
        issued[token] = new ApiKey(StableId.Of(token), name, role, DateTimeOffset.MaxValue);

    public void Revoke(string token) => issued.Remove(token);

    public ApiKey Check(string? authorization, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(authorization))
            throw new ApiError(403, "FORBIDDEN_EXCEPTION", "Missing authentication token");
        if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || !issued.TryGetValue(authorization["Bearer ".Length..].Trim(), out var key))
            throw new ApiError(401, "UNAUTHENTICATED", "Token invalid.");
        return key.Expires > now ? key : throw new ApiError(401, "UNAUTHENTICATED", "Token has expired.");
    }

    private static string Base64(string text) => Url(Encoding.UTF8.GetBytes(text));

    private static string Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
