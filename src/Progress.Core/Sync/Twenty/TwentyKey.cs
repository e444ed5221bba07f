using System.Text.Json;

namespace Progress.Sync.Twenty;

/// <summary>What can be read from a key of Twenty, which is a JWT, without asking anybody.</summary>
internal static class TwentyKey
{
    /// <summary>When the key expires, UTC; null where it does not tell.</summary>
    public static DateTime? Expires(string? key)
    {
        if (key?.Trim().Split('.') is not [_, var payload, _]) return null;
        try
        {
            var exp = ReplyBody.Parse(Decode(payload)).At("exp").Number();
            return exp is > 0 and < 253_402_300_800 ? DateTime.UnixEpoch.AddSeconds(exp.Value) : null;
        }
        catch (Exception noJwt) when (noJwt is FormatException or JsonException)
        {
            return null;
        }
    }

    private static byte[] Decode(string payload)
    {
        var base64 = payload.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
