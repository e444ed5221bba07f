using System.Text.Json;
using System.Text.Json.Nodes;

namespace Progress.Doubles;

/// <summary>The body of a control request.</summary>
internal sealed class ControlBody(JsonObject body)
{
    public static ControlBody Read(DoubleRequest request) =>
        new(request.Body.Length == 0 ? [] : JsonNode.Parse(request.Body)!.AsObject());

    public string? Text(string name) => body[name]?.ToString();

    public Guid Id(string name) => Guid.Parse(Required(name));

    public double Number(string name) => double.Parse(Required(name), System.Globalization.CultureInfo.InvariantCulture);

    public string Required(string name) => Text(name) ?? throw new ArgumentException($"The body needs \"{name}\".");

    public DoubleResponse Plan(FaultPlan faults)
    {
        var fault = Fault.ByName(Required("kind")) ?? throw new ArgumentException($"There is no fault \"{Text("kind")}\".");
        var path = Text("path") ?? "/";
        faults.Next(
            fault, request => request.Path.StartsWith(path, StringComparison.Ordinal),
            int.Parse(Text("times") ?? "1", System.Globalization.CultureInfo.InvariantCulture));
        return DoubleResponse.Empty(204);
    }

    public DoubleResponse Switch(FaultPlan faults)
    {
        faults.Down = bool.Parse(Required("down"));
        return DoubleResponse.Empty(204);
    }
}
