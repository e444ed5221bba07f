using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Progress.Reps;

/// <summary>UUID version 5 (RFC 9562): the same name gives the same id everywhere.</summary>
public static class NamedGuid
{
    /// <summary>Namespace of calls that came without an id; the name is <c>rep|time in UTC|title</c>.</summary>
    public static readonly Guid CallNamespace = new("6f9e3a52-7c1d-5f0b-9a64-0d2c8e41b7aa");

    /// <summary>The id of a name.</summary>
    public static Guid Create(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The id of a call that came without one.</summary>
    public static Guid OfCall(Guid? rep, DateTime utc, string title) =>
        Create(CallNamespace, string.Create(CultureInfo.InvariantCulture, $"{rep}|{utc:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}|{title}"));
}
