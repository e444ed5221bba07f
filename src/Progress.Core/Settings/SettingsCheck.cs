using System.Net.Mail;
using System.Text.RegularExpressions;
using Progress.Json;

namespace Progress.Settings;

/// <summary>What settings must fulfil beyond the types of their values.</summary>
internal static partial class SettingsCheck
{
    public static void Check(ProgressSettings settings, JsonProblems problems)
    {
        if (!IanaZone.TryFind(settings.TimeZone, out _)) problems.Add("$.timeZone", IanaZone.Refusal(settings.TimeZone));
        Check(settings.WorkingHours, problems);
        EachOnce(settings.Holidays, "$.holidays", IsoText.Day, problems);
        NotEmpty(settings.Plan.Repository, "$.plan.repository", "the path of a git repository, or null", problems);
        NotEmpty(settings.Documentation.Folder, "$.documentation.folder", "the path of a folder", problems);
        for (var i = 0; i < settings.LinkPatterns.Count; i++)
            Check(settings.LinkPatterns[i], JsonPath.Item("$.linkPatterns", i), problems);
        var channels = settings.Escalation.Channels;
        EachOnce([.. channels.Select(channel => channel.Name)], "$.escalation.channels", name => name, problems);
        for (var i = 0; i < channels.Count; i++) Check(channels[i], JsonPath.Item("$.escalation.channels", i), problems);
        CustomerCheck.Check(settings.Customers, problems);
        ConnectionCheck.Check(settings, problems);
        MappingCheck.Check(settings.Twenty, problems);
        AirtableCheck.Check(settings.Airtable, problems);
    }

    private static void Check(WorkingHours hours, JsonProblems problems)
    {
        if (hours.Start >= hours.End)
            problems.Add("$.workingHours", $"start {SettingKeys.Text(hours.Start)} is not before end {SettingKeys.Text(hours.End)}. Allowed: a start before the end, both on one day.");
        if (hours.Days.Count == 0)
            problems.Add("$.workingHours.days", $"no day is worked. Allowed: at least one of {string.Join(", ", AllowedValues.Names(typeof(Weekday)))}.");
        EachOnce(hours.Days, "$.workingHours.days", SettingKeys.Text, problems);
    }

    private static void Check(LinkPattern link, string path, JsonProblems problems)
    {
        try
        {
            if (link.ToRegex().IsMatch(""))
                problems.Add(path + ".pattern", $"\"{link.Pattern}\" matches empty text. Allowed: a regular expression that needs at least one character.");
        }
        catch (ArgumentException wrong)
        {
            problems.Add(path + ".pattern", $"\"{link.Pattern}\" is not a regular expression: {wrong.Message} Allowed: a .NET regular expression.");
        }

        if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            problems.Add(path + ".url", $"\"{link.Url}\" is not the address of a page. Allowed: an http or https address, with $1 for the first group.");
    }

    private static void Check(EscalationChannel channel, string path, JsonProblems problems)
    {
        NotEmpty(channel.Name, path + ".name", "a name", problems);
        var (isFit, allowed) = channel.Kind switch
        {
            ChannelKind.Webhook => (Variable().IsMatch(channel.Target), "the name of the environment variable that holds the webhook's address, which is a secret"),
            ChannelKind.Email => (MailAddress.TryCreate(channel.Target, out _), "an e-mail address"),
            _ => (!string.IsNullOrWhiteSpace(channel.Target), "the path of a file"),
        };
        // What stands there may be the secret itself: it is not repeated.
        if (!isFit) problems.Add(path + ".target", $"not a target of kind {SettingKeys.Text(channel.Kind)}. Allowed: {allowed}.");
    }

    private static void NotEmpty(string? text, string path, string allowed, JsonProblems problems)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text)) problems.Add(path, $"\"{text}\" is empty. Allowed: {allowed}.");
    }

    private static void EachOnce<T>(IReadOnlyList<T> items, string path, Func<T, string> text, JsonProblems problems)
    {
        var seen = new HashSet<T>();
        for (var i = 0; i < items.Count; i++)
            if (!seen.Add(items[i])) problems.Add(JsonPath.Item(path, i), $"\"{text(items[i])}\" stands twice. Allowed: each once.");
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
