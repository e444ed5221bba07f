using System.Globalization;
using System.Text;

namespace Progress.Doubles;

/// <param name="Status">What the server answered, also where the answer did not arrive.</param>
public sealed record JournalEntry(
    DateTimeOffset At, DoubleRequest Request, int Status, Delivery Delivery, Fault? Fault)
{
    public string Method => Request.Method;

    public string Path => Request.Path;

    public string Query => Request.Query;

    public string Body => Encoding.UTF8.GetString(Request.Body);

    public override string ToString()
    {
        var text = new StringBuilder()
            .Append(At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
            .Append(' ').Append(Method).Append(' ').Append(Path);
        if (Query.Length > 0)
            text.Append('?').Append(Query);
        text.Append(" -> ").Append(Status);
        if (Delivery != Delivery.Whole)
            text.Append(" (").Append(Delivery).Append(" delivered)");
        if (Fault is not null)
            text.Append(" [").Append(Fault.Kind).Append(']');
        foreach (var (name, value) in Request.Headers)
            text.Append("\n  ").Append(name).Append(": ").Append(IsSecret(name) ? "***" : value);
        return Body.Length == 0 ? text.ToString() : text.Append("\n  ").Append(Body).ToString();
    }

    private static bool IsSecret(string header) => header.Equals("Authorization", StringComparison.OrdinalIgnoreCase);
}
