namespace Progress.Doubles.Airtable;

/// <summary>Personal access tokens.</summary>
internal sealed class Tokens(Random random)
{
    private const string Bearer = "Bearer ";
    private readonly Dictionary<string, AirtableGrant> grants = [];

    public string Mint(AirtableGrant grant)
    {
        var token = $"{new IdSource(random).Next("pat")}.{random.GetHexString(64, lowercase: true)}";
        grants.Add(token, grant);
        return token;
    }

    public void Accept(string token, AirtableGrant grant) => grants[token] = grant;

    public void Revoke(string token) => grants.Remove(token);

    public (string Token, AirtableGrant Grant) Check(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            throw AirtableError.NoToken();
        var token = authorization[Bearer.Length..].Trim();
        return grants.TryGetValue(token, out var grant) ? (token, grant) : throw AirtableError.NoToken();
    }
}
