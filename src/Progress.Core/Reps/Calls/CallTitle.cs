namespace Progress.Reps;

/// <summary>What a note's title says it is.</summary>
public enum CallTitleKind
{
    /// <summary>Something else.</summary>
    NotACall,

    /// <summary>The activity log's second note of a call.</summary>
    Secondary,

    /// <summary>A call whose duration cannot be read.</summary>
    Invalid,

    /// <summary>A call.</summary>
    Call,
}

/// <summary>A note's title, read: <c>Call - DISPOSITION | M:SS | Lead Name</c>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Disposition">Normalised disposition, not yet looked up; empty where the title has none.</param>
/// <param name="Seconds">Duration.</param>
/// <param name="Lead">Lead's name, or null.</param>
/// <param name="Duration">Of an invalid title, the text that is not a duration.</param>
public readonly record struct CallTitle(CallTitleKind Kind, string Disposition, int Seconds, string? Lead, string? Duration = null)
{
    /// <summary>Longest call that is believed: 24 hours.</summary>
    public const int MaxSeconds = 24 * 60 * 60;

    /// <summary>What a duration may look like, for messages.</summary>
    public const string AllowedDurations = "M:SS or H:MM:SS, at most 24 hours";

    private const string Prefix = "Call -";
    private const string LeadPrefix = "Call to ";

    /// <summary>Reads a title; spec, "Calls": parsing, exactly.</summary>
    public static CallTitle Parse(ReadOnlySpan<char> title)
    {
        title = title.TrimStart();
        if (!title.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return new(CallTitleKind.NotACall, "", 0, null);
        var rest = title[Prefix.Length..];
        var first = rest.IndexOf('|');
        if (first < 0) return new(CallTitleKind.Secondary, Normalize(rest), 0, null);
        var tail = rest[(first + 1)..];
        var second = tail.IndexOf('|');
        var duration = (second < 0 ? tail : tail[..second]).Trim();
        var disposition = Normalize(rest[..first]);
        var lead = second < 0 ? null : LeadName(tail[(second + 1)..]);
        return TryParseDuration(duration, out var seconds)
            ? new(CallTitleKind.Call, disposition, seconds, lead)
            : new(CallTitleKind.Invalid, disposition, 0, lead, duration.ToString());
    }

    /// <summary>Upper case, runs of spaces and hyphens to one <c>_</c>.</summary>
    public static string Normalize(ReadOnlySpan<char> disposition)
    {
        disposition = disposition.Trim();
        Span<char> code = disposition.Length <= 128 ? stackalloc char[disposition.Length] : new char[disposition.Length];
        var (length, inRun) = (0, false);
        foreach (var c in disposition)
        {
            var joins = c is ' ' or '-';
            if (!joins) code[length++] = char.ToUpperInvariant(c);
            else if (!inRun) code[length++] = '_';
            inRun = joins;
        }

        return code[..length].ToString();
    }

    private static string? LeadName(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith(LeadPrefix, StringComparison.Ordinal)) text = text[LeadPrefix.Length..].Trim();
        return text.IsEmpty ? null : text.ToString();
    }

    private static bool TryParseDuration(ReadOnlySpan<char> text, out int seconds)
    {
        seconds = 0;
        var last = text.LastIndexOf(':');
        if (last < 0 || !TryParseSixtieth(text[(last + 1)..], out var s)) return false;
        var head = text[..last];
        var middle = head.IndexOf(':');
        int hours = 0, minutes;
        if (middle < 0)
        {
            if (!TryParseCount(head, out minutes)) return false;
        }
        else if (!TryParseCount(head[..middle], out hours) || !TryParseSixtieth(head[(middle + 1)..], out minutes)) return false;

        var total = (hours * 3600L) + (minutes * 60L) + s;
        seconds = (int)Math.Min(total, int.MaxValue);
        return total <= MaxSeconds;
    }

    private static bool TryParseSixtieth(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return text.Length == 2 && TryParseCount(text, out value) && value < 60;
    }

    private static bool TryParseCount(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.IsEmpty) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = Math.Min((value * 10) + (c - '0'), MaxSeconds + 1);
        }

        return true;
    }
}
