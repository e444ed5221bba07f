using System.Text;

namespace Progress.Reports;

/// <summary>Makes control characters visible: in a report they would act on a terminal, or vanish.</summary>
internal static class PlainText
{
    private const int PictureOfNull = 0x2400;
    private const char PictureOfDelete = '\u2421';
    private const char Replacement = '\uFFFD';

    /// <summary>The text with each control character but tab and line breaks replaced by its picture.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(IsHidden)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text) clean.Append(IsHidden(c) ? Picture(c) : c);
        return clean.ToString();
    }

    private static bool IsHidden(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');

    private static char Picture(char c) => c switch
    {
        < ' ' => (char)(PictureOfNull + c),
        '\u007F' => PictureOfDelete,
        _ => Replacement,
    };
}
