using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The operation a request asks for, with its variables.</summary>
internal sealed record GraphQlRequest(Operation Operation, Variables Variables)
{
    private const int MaxRootFields = 20;

    public static GraphQlRequest Read(DoubleRequest request, Dictionary<string, List<Operation>> known)
    {
        if (request.Method != "POST")
            throw ApiError.Invalid("GraphQL takes POST requests here.");
        var body = JsonText.Parse(request.Body, "POST body sent invalid JSON.");
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
            throw ApiError.Invalid("Must provide query string.");
        var text = query.GetString()!;
        if (!known.TryGetValue(text, out var operations))
        {
            operations = new DocumentParser(text).Parse();
            if (known.Count < 1000)
                known.Add(text, operations);
        }

        var operation = Choose(operations, body.TryGetProperty("operationName", out var name) ? name.GetString() : null);
        if (operation.Selections.Count > MaxRootFields)
            throw ApiError.Bad(
                $"Query too complex - Too many root resolvers requested: {operation.Selections.Count} - Maximum allowed root resolvers: {MaxRootFields}");
        return new GraphQlRequest(operation, new Variables(operation, body.TryGetProperty("variables", out var given) ? given : null));
    }

    private static Operation Choose(List<Operation> operations, string? name) => name is null
        ? operations.Count == 1 ? operations[0] : throw ApiError.Invalid("Must provide operation name if query contains multiple operations.")
        : operations.Find(operation => operation.Name == name) ?? throw ApiError.Invalid($"Unknown operation named \"{name}\".");
}
