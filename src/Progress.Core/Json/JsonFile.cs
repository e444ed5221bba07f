using System.Text;
using Progress.Files;

namespace Progress.Json;

/// <summary>Reads the text of a JSON file that a person wrote: UTF-8, bounded in size.</summary>
public static class JsonFile
{
    /// <summary>More is no document that a person wrote: 4 MiB.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>The text of a file, without a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errorId">Id of the exception where the content is no text of that size, e.g. <c>InvalidSettings</c>.</param>
    /// <param name="kind">Kind of that exception.</param>
    /// <exception cref="ProgressException">
    /// <c>FileNotFound</c>; <c>NotAFile</c>; <c>FileUnreadable</c>: no permission; with the id given: too large, or not UTF-8.
    /// </exception>
    public static string ReadText(string path, string errorId, ErrorKind kind = ErrorKind.InvalidData)
    {
        var bytes = ReadBytes(path);
        if (bytes.Length > MaximumBytes)
            throw new ProgressException(errorId, kind, $"{path} is larger than {MaximumBytes / 1024 / 1024} MiB. Give a smaller file.", path);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException invalid)
        {
            var line = bytes.Take(invalid.Index).Count(b => b == '\n') + 1;
            throw new ProgressException(errorId, kind, $"{path}:{line}: the bytes there are not UTF-8. Save the file as UTF-8.", path, invalid);
        }
    }

    private static byte[] ReadBytes(string path)
    {
        using var file = InputFile.Open(path);
        try
        {
            var bytes = new byte[MaximumBytes + 1];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw InputFile.Unreadable(path, unreadable);
        }
    }
}
