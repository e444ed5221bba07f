namespace Progress.Doubles;

/// <summary>A request that is refused, as REST and as GraphQL say it.</summary>
internal class ApiError(int status, string error, string message) : Exception(message)
{
    public int Status => status;

    public string Error => error;

    public string GraphQlCode { get; init; } = status switch
    {
        401 => "UNAUTHENTICATED",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        >= 500 => "INTERNAL_SERVER_ERROR",
        _ => "BAD_USER_INPUT",
    };

    public static ApiError Bad(string message) => new(400, "BadRequestException", message);

    /// <summary>A request that does not fit the GraphQL schema; nothing of it is carried out.</summary>
    public static ApiError Invalid(string message) =>
        new(400, "BadRequestException", message) { GraphQlCode = "GRAPHQL_VALIDATION_FAILED" };
}
