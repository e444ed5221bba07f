using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Progress.Reps;

namespace Progress.Cli;

/// <summary>What values of options must fulfil; a value that does not is wrong usage.</summary>
internal static class OptionRules
{
    public static IsoTime? Time(ArgumentResult result)
    {
        try
        {
            return IsoTime.Parse(result.Tokens[0].Value);
        }
        catch (ProgressException error)
        {
            result.AddError(error.Message);
            return null;
        }
    }

    public static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"'{text}' is not a day. Use ISO 8601: 2026-09-30.");
        return null;
    }

    public static CultureInfo? Culture(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            result.AddError($"'{name}' is no culture. Use a name such as de-DE or en-US.");
            return null;
        }
    }

    /// <summary>A whole number from 1 on.</summary>
    public static int? Count(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 1) return number;
        result.AddError($"{NameOf(result)} is '{text}'; it must be a whole number, 1 or more.");
        return null;
    }

    /// <summary>A whole number of seconds from 0 on.</summary>
    public static TimeSpan? Seconds(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return TimeSpan.FromSeconds(number);
        result.AddError($"{NameOf(result)} is '{text}'; it must be a whole number of seconds.");
        return null;
    }

    /// <summary>A number; Core knows which are allowed.</summary>
    public static double? Number(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        result.AddError($"{NameOf(result)} is '{text}'; it must be a number, such as 0.8.");
        return null;
    }

    /// <summary>One of an enum's names, whatever their case.</summary>
    public static T OneOf<T>(ArgumentResult result)
        where T : struct, Enum
    {
        var text = result.Tokens[0].Value;
        if (Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)) return Enum.Parse<T>(text, ignoreCase: true);
        result.AddError($"{NameOf(result)} is '{text}'. Allowed: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        return default;
    }

    public static void Board(OptionResult result)
    {
        var board = result.Tokens.Count > 0 ? result.Tokens[0].Value : RepLeaderboard.Xp;
        if (!RepLeaderboard.Boards.Contains(board, StringComparer.OrdinalIgnoreCase))
            result.AddError($"'{board}' is no leaderboard. Allowed: {string.Join(", ", RepLeaderboard.Boards)}.");
    }

    public static void NotEmpty(OptionResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{result.Option.Name} is empty.");
    }

    private static string NameOf(ArgumentResult result) => ((OptionResult)result.Parent!).Option.Name;
}
