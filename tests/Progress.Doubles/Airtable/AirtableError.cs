namespace Progress.Doubles.Airtable;

/// <summary>A request that is refused.</summary>
/// <param name="message">Null where the service says none.</param>
internal class AirtableError(int status, string type, string? message = null) : Exception(message ?? type)
{
    public int Status => status;

    public string Type => type;

    public string? Text => message;

    /// <summary>A path that leads nowhere.</summary>
    public static AirtableError NotFound() => new(404, "NOT_FOUND");

    public static AirtableError NoToken() => new(401, "AUTHENTICATION_REQUIRED", "Authentication required");

    public static AirtableError NoModel() => new(
        403,
        "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
        "Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, "
        + "and that the model names and/or ids are correct.");

    public static AirtableError NoPermission(string what) => new(403, "INVALID_PERMISSIONS", $"You are not permitted to {what}");

    public static AirtableError Unknown(string detail = "") => new(
        422, "INVALID_REQUEST_UNKNOWN", $"Invalid request: parameter validation failed. Check your request data. {detail}".TrimEnd());

    public static AirtableError MissingFields(string key) =>
        new(422, "INVALID_REQUEST_MISSING_FIELDS", $"Could not find field \"{key}\" in the request body");

    public static AirtableError UnknownField(string name) => new(422, "UNKNOWN_FIELD_NAME", $"Unknown field name: \"{name}\"");

    public static AirtableError Records(string? message = null) => new(
        422,
        "INVALID_RECORDS",
        message ?? "You must provide an array of up to 10 record objects, each with an \"id\" ID field and a \"fields\" object for cell values.");

    public static AirtableError Missing(MissingRecord how, string id) => how switch
    {
        MissingRecord.Status403 => NoModel(),
        MissingRecord.Status404 => new AirtableError(404, "MODEL_ID_NOT_FOUND", "Record not found"),
        _ => NoRow(id, " in this table"),
    };

    public static AirtableError NoRow(string id, string where = "") =>
        new(422, "ROW_DOES_NOT_EXIST", $"Record ID {id} does not exist{where}");

    /// <summary>What the real service knows and this double does not: loud, so that no test passes by accident.</summary>
    public static AirtableError NotImitated(string what) =>
        new(501, "NOT_IMITATED", $"The Airtable double does not imitate {what}.");
}
