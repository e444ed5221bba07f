using System.Text.Json;

namespace Progress.Doubles.Airtable;

internal static class RequestBody
{
    /// <summary>An empty body is an empty object.</summary>
    public static JsonElement Read(DoubleRequest request, AirtableSwitches switches)
    {
        if (request.Body.Length == 0)
            return JsonElement.Parse("{}");
        try
        {
            var root = JsonElement.Parse(request.Body);
            return root.ValueKind == JsonValueKind.Object ? root : throw AirtableError.Unknown("The body is a JSON object.");
        }
        catch (JsonException)
        {
            throw new AirtableError(
                switches.UnparsableBody == BodyStatus.Status400 ? 400 : 422, "INVALID_REQUEST_BODY", "Could not parse request body");
        }
    }
}
