using System.Globalization;
using System.Text.RegularExpressions;

namespace Progress.Sync.Twenty;

/// <summary>What a refusal tells of the limit.</summary>
internal readonly record struct CallLimit(TimeSpan? RetryAfter, double? PerMinute);

/// <summary>Recognises a refusal for too many calls in each of its forms: 429, a 400, GraphQL's 200, headers or body of the newest.</summary>
internal static partial class TwentyThrottle
{
    /// <summary>The limit that the refusal tells of, or null where the answer is none.</summary>
    public static CallLimit? Read(RemoteReply reply, Complaint complaint)
    {
        var named = Message().Match(complaint.Text);
        if (complaint.Status != 429 && !named.Success) return null;
        return Wait(reply) with { PerMinute = named.Success ? Rate(named) : Rate(reply) };
    }

    /// <summary>How long the answer asks to wait.</summary>
    public static CallLimit Wait(RemoteReply reply) =>
        new(reply.RetryAfter ?? (reply.Body.At("retryAfterSeconds").Number() is { } named and > 0 and < 86_400 * 366 ? TimeSpan.FromSeconds(named) : null), null);

    private static double? Rate(Match named) => PerMinute(
        double.Parse(named.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
        double.Parse(named.Groups[2].ValueSpan, CultureInfo.InvariantCulture) / 60_000);

    private static double? Rate(RemoteReply reply)
    {
        var body = reply.Body;
        var minutes = body.At("periodUnit").Text()?.ToLowerInvariant().TrimEnd('s') switch
        {
            "millisecond" => 1d / 60_000,
            "second" => 1d / 60,
            "minute" => 1,
            "hour" => 60,
            "day" => 1440,
            _ => 0,
        };
        return PerMinute(body.At("limit").Number() ?? 0, minutes * (body.At("periodCount").Number() ?? 1));
    }

    private static double? PerMinute(double calls, double minutes) => calls > 0 && minutes > 0 ? calls / minutes : null;

    [GeneratedRegex(@"^Limit reached \((\d{1,9}) tokens per (\d{1,9}) ms\)")]
    private static partial Regex Message();
}
