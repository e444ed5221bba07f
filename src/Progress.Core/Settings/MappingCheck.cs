using System.Text.RegularExpressions;
using Progress.Json;

namespace Progress.Settings;

/// <summary>What must be true of what the settings name in Twenty.</summary>
internal static partial class MappingCheck
{
    public const string AllowedName = "an API name: a small letter, then up to 62 letters and digits";
    public const string AllowedPath = "an API name, or two with a point between them for a part, e.g. createdBy.workspaceMemberId";

    public static void Check(TwentySettings twenty, JsonProblems problems)
    {
        if (twenty.PersonOwnerField is { } field) Named(field, "$.twenty.personOwnerField", problems);
        if (twenty.Deals is { } deals) Check(deals, "$.twenty.deals", problems);
        if (twenty.Appointments is { } appointments) Check(appointments, "$.twenty.appointments", problems);
        if (twenty.Deals is { } both && both.Object == twenty.Appointments?.Object)
            problems.Add("$.twenty.appointments.object", $"{both.Object} are the deals. Allowed: another object; a record counts as one thing.");
    }

    private static void Check(OutcomeSettings outcome, string path, JsonProblems problems)
    {
        Named(outcome.Object, path + ".object", problems);
        Part(outcome.Owner, path + ".owner", problems);
        Named(outcome.At, path + ".at", problems);
        var when = path + ".when";
        if (outcome.When.Count == 0) problems.Add(when, "no condition. Allowed: at least one field with the values that count; otherwise every record would.");
        foreach (var (field, values) in outcome.When)
        {
            var at = JsonPath.Key(when, field);
            Part(field, at, problems);
            if (values.Count == 0) problems.Add(at, "no value. Allowed: at least one value that counts.");
            foreach (var value in values.Where(string.IsNullOrWhiteSpace)) problems.Add(at, $"\"{value}\" is empty. Allowed: values as Twenty's API has them, e.g. WON, true.");
        }
    }

    private static void Named(string text, string path, JsonProblems problems)
    {
        if (!Name().IsMatch(text)) problems.Add(path, $"\"{text}\" is not a name. Allowed: {AllowedName}.");
    }

    private static void Part(string text, string path, JsonProblems problems)
    {
        if (!Path().IsMatch(text)) problems.Add(path, $"\"{text}\" is not a field. Allowed: {AllowedPath}.");
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,62}(\.[a-z][A-Za-z0-9]{0,62})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
