using System.Security.Cryptography;
using System.Text;

namespace Progress.Doubles;

/// <summary>Ids of things that are the same in every workspace of the double.</summary>
internal static class StableId
{
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
