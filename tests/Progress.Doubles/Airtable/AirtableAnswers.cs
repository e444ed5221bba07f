using System.Globalization;
using System.Text.Json;

namespace Progress.Doubles.Airtable;

/// <summary>The bodies of answers.</summary>
internal static class AirtableAnswers
{
    public static DoubleResponse Ok(Action<Utf8JsonWriter> write) => DoubleResponse.OfJson(200, JsonText.Write(write));

    public static DoubleResponse Of(AirtableError error, AirtableSwitches switches)
    {
        if (error is RateRefusal refusal)
            return Refused(refusal, switches);
        if (error.Status == 404 && error.Text is null && switches.NotFound == NotFoundForm.Text)
            return Json(error.Status, new { error = error.Type });
        return error.Text is null || switches.ErrorsWithoutMessage
            ? Json(error.Status, new { error = new { type = error.Type } })
            : Json(error.Status, new { error = new { type = error.Type, message = error.Text } });
    }

    private static DoubleResponse Refused(RateRefusal refusal, AirtableSwitches switches)
    {
        var answer = switches.RateLimitEnvelope == RateLimitEnvelope.Array
            ? Json(429, new { errors = new[] { new { error = refusal.Type, message = refusal.Text } } })
            : Json(429, new { error = new { type = refusal.Type, message = refusal.Text } });
        return switches.RetryAfter && refusal.Wait is { } wait
            ? answer.With(("Retry-After", Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture)))
            : answer;
    }

    private static DoubleResponse Json(int status, object body) =>
        DoubleResponse.OfJson(status, JsonSerializer.SerializeToUtf8Bytes(body, JsonText.Options));
}
