namespace Progress.Doubles;

/// <summary>Finds what answers a path.</summary>
internal sealed class TwentyRoutes
{
    private readonly ApiKeys keys;
    private readonly Random random;
    private readonly RestRecords records;
    private readonly OpenApi openApi;
    private readonly MetadataRest metadata;
    private readonly GraphQlApi graphQl;
    private readonly MetadataGraphQl metadataGraphQl;

    public TwentyRoutes(Workspace workspace, ApiKeys keys, Random random)
    {
        (this.keys, this.random) = (keys, random);
        var gate = new OperationGate();
        var reader = new RecordReader(gate);
        var writer = new RecordWriter(gate);
        var model = new DataModel(workspace);
        records = new RestRecords(workspace, reader, writer, new PageFaults());
        openApi = new OpenApi(workspace);
        metadata = new MetadataRest(workspace, model);
        graphQl = new GraphQlApi(workspace, reader, writer);
        metadataGraphQl = new MetadataGraphQl(workspace, model);
    }

    /// <summary>A fault of the server itself is a 400 here too: that is how its record routes report one.</summary>
    public DoubleResponse Handle(DoubleRequest request, Fault? fault, TwentyOptions options, DateTime now)
    {
        var isMetadata = request.Path.StartsWith("/rest/metadata/", StringComparison.Ordinal);
        if (isMetadata && options.Empty500)
            return DoubleResponse.Empty(500);
        try
        {
            return request.Path switch
            {
                "/client-config" => ClientConfig(options),
                "/healthz" => DoubleResponse.OfText(200, "application/json", """{"status":"ok","info":{},"error":{},"details":{}}"""),
                "/rest/open-api/core" => openApi.Handle(request, keys, now),
                "/graphql" when options.GraphQl => graphQl.Handle(request, () => Call(request, fault, options, now)),
                "/metadata" when options.GraphQl => metadataGraphQl.Handle(request, () => Call(request, fault, options, now)),
                _ when isMetadata => metadata.Handle(request, Call(request, fault, options, now)),
                _ when request.Path.StartsWith("/rest/", StringComparison.Ordinal) => records.Handle(request, Call(request, fault, options, now)),
                _ => throw new ApiError(404, "NotFoundException", $"Cannot {request.Method} {request.Path}"),
            };
        }
        catch (ApiError error)
        {
            return isMetadata && options.MetadataFormat == MetadataFormat.Legacy ? RestErrors.Legacy(error) : RestErrors.Of(error);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            return RestErrors.Of(ApiError.Bad($"Internal server error: {error.Message}"));
        }
    }

    public DoubleResponse Refuse(DoubleRequest request, ThrottleForm form, TwentyOptions options, DateTimeOffset now)
    {
        var wait = TimeSpan.FromMilliseconds(options.WindowMs);
        var refusal = new Throttled(form, options.Limit, options.WindowMs, wait, now + wait);
        return request.Path is "/graphql" or "/metadata" ? GraphQlErrors.Of(refusal) : refusal.Rest();
    }

    private static DoubleResponse ClientConfig(TwentyOptions options) => DoubleResponse.OfJson(
        200,
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("appVersion", options.AppVersion);
            json.WriteBoolean("isMultiWorkspaceEnabled", false);
            json.WriteEndObject();
        }));

    private CallContext Call(DoubleRequest request, Fault? fault, TwentyOptions options, DateTime now) =>
        new(keys.Check(request.Header("Authorization"), new DateTimeOffset(now, TimeSpan.Zero)), now, options, random, fault);
}
