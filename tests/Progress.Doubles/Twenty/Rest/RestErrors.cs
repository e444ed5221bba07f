using System.Text.Json;

namespace Progress.Doubles;

/// <summary>Errors in the form of the record endpoints.</summary>
internal static class RestErrors
{
    public static DoubleResponse Of(ApiError error) => error is Throttled throttled
        ? throttled.Rest()
        : DoubleResponse.OfJson(error.Status, Body(error));

    public static byte[] Body(ApiError error) => JsonSerializer.SerializeToUtf8Bytes(
        new { statusCode = error.Status, error = error.Error, messages = new[] { error.Message } }, JsonText.Options);

    /// <summary>Old metadata endpoints put the keys in another order and name the status.</summary>
    public static DoubleResponse Legacy(ApiError error) => DoubleResponse.OfJson(
        error.Status,
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                statusCode = error.Status, messages = new[] { error.Message },
                error = error.Status == 400 ? "Bad Request" : error.Error,
            },
            JsonText.Options));
}
