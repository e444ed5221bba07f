using System.Globalization;

namespace Progress.Tests.Csv;

/// <summary>Makes a culture the current one for the length of a test.</summary>
internal static class Cultures
{
    public static IDisposable Use(string name)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        return new Reset(before);
    }

    private sealed class Reset(CultureInfo culture) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentCulture = culture;
    }
}
