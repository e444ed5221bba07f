using System.Text.Json;

namespace Progress.Doubles;

/// <summary>Errors in the form of the GraphQL API.</summary>
internal static class GraphQlErrors
{
    /// <summary>An answer for a request of which nothing was carried out.</summary>
    public static DoubleResponse Of(ApiError error)
    {
        var response = DoubleResponse.OfJson(Status(error), JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("errors");
            Write(json, error, path: null);
            json.WriteEndArray();
            json.WriteEndObject();
        }));
        return error is Throttled throttled ? throttled.WithHeaders(response) : response;
    }

    public static int Status(ApiError error) => error is Throttled throttled ? throttled.GraphQlStatus : 200;

    public static void Write(Utf8JsonWriter json, ApiError error, string? path)
    {
        json.WriteStartObject();
        json.WriteString("message", error.Message);
        if (path is not null)
        {
            json.WriteStartArray("path");
            json.WriteStringValue(path);
            json.WriteEndArray();
        }

        json.WriteStartObject("extensions");
        json.WriteString("code", error is Throttled ? "BAD_USER_INPUT" : error.GraphQlCode);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
