using Progress.Settings;
using Xunit;

namespace Progress.Tests;

public sealed class SettingsRefusalTests : IDisposable
{
    private readonly SettingsFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Fact]
    public void An_unknown_key_names_file_line_key_and_what_is_allowed()
    {
        var path = SettingsFolders.Write(_folders.Clone, "{\n\n\n\n\n\n  \"timezone\": \"UTC\"\n}");

        Assert.Equal(
            $"{path}:7: unknown key \"timezone\" at $.timezone. Allowed here: $schema, timeZone, requireReason, workingHours, holidays, plan, "
            + "documentation, linkPatterns, cadence, escalation. Did you mean \"timeZone\"?",
            Refused().Message);
    }

    [Theory]
    [InlineData("\"timeZone\": \"\"", "$.timeZone: \"\" is not a time zone. Allowed: an IANA name such as UTC, Europe/Berlin or America/New_York.")]
    [InlineData("\"timeZone\": \"Mars/Olympus\"", "$.timeZone: \"Mars/Olympus\" is not a time zone.")]
    [InlineData("\"timeZone\": \"Europe/Berlim\"", "Did you mean \"Europe/Berlin\"?")]
    [InlineData("\"timeZone\": \"W. Europe Standard Time\"", "Did you mean \"Europe/Berlin\"?")]
    [InlineData("\"timeZone\": \"../../etc/localtime\"", "$.timeZone: \"../../etc/localtime\" is not a time zone.")]
    [InlineData("\"timeZone\": \"Europe//Berlin\"", "$.timeZone: \"Europe//Berlin\" is not a time zone.")]
    [InlineData("\"timeZone\": \"europe/berlin\"", "Did you mean \"Europe/Berlin\"?")]
    [InlineData("\"timeZone\": \"localtime\"", "$.timeZone: \"localtime\" is not a time zone.")]
    [InlineData("\"timeZone\": \"UTC-11\"", "Did you mean \"Etc/GMT+11\"?")]
    [InlineData("\"timeZone\": null", "null at $.timeZone is not allowed. Allowed: text.")]
    [InlineData("\"requireReason\": \"yes\"", "\"yes\" at $.requireReason is not allowed. Allowed: true or false.")]
    [InlineData("\"workingHours\": { \"start\": \"9am\" }", "\"9am\" at $.workingHours.start is not allowed. Allowed: a time of day (HH:mm).")]
    [InlineData("\"workingHours\": { \"start\": \"17:00\" }", "$.workingHours: start 17:00 is not before end 17:00.")]
    [InlineData("\"workingHours\": { \"days\": [] }", "$.workingHours.days: no day is worked. Allowed: at least one of sun, mon, tue, wed, thu, fri, sat.")]
    [InlineData("\"workingHours\": { \"days\": [\"monday\"] }", "\"monday\" at $.workingHours.days[0] is not allowed. Allowed: sun, mon, tue, wed, thu, fri, sat.")]
    [InlineData("\"workingHours\": { \"days\": [\"mon\", \"mon\"] }", "$.workingHours.days[1]: \"mon\" stands twice. Allowed: each once.")]
    [InlineData("\"workingHours\": { \"begin\": \"09:00\" }", "unknown key \"begin\" at $.workingHours.begin. Allowed here: start, end, days.")]
    [InlineData("\"holidays\": [\"25.12.2026\"]", "\"25.12.2026\" at $.holidays[0] is not allowed. Allowed: a date (yyyy-MM-dd).")]
    [InlineData("\"holidays\": [\"2026-12-25\", \"2026-12-25\"]", "$.holidays[1]: \"2026-12-25\" stands twice.")]
    [InlineData("\"holidays\": \"2026-12-25\"", "\"2026-12-25\" at $.holidays is not allowed. Allowed: a list, each: a date (yyyy-MM-dd).")]
    [InlineData("\"plan\": { \"repository\": \" \" }", "$.plan.repository: \" \" is empty.")]
    [InlineData("\"documentation\": { \"folder\": \"\" }", "$.documentation.folder: \"\" is empty. Allowed: the path of a folder.")]
    [InlineData("\"linkPatterns\": [{ \"pattern\": \"(\", \"url\": \"https://x.example/$1\" }]", "$.linkPatterns[0].pattern: \"(\" is not a regular expression:")]
    [InlineData("\"linkPatterns\": [{ \"pattern\": \"\\\\d*\", \"url\": \"https://x.example/$1\" }]", "$.linkPatterns[0].pattern: \"\\d*\" matches empty text.")]
    [InlineData("\"linkPatterns\": [{ \"pattern\": \"a\", \"url\": \"javascript:alert(1)\" }]", "$.linkPatterns[0].url: \"javascript:alert(1)\" is not the address of a page. Allowed: an http or https address")]
    [InlineData("\"linkPatterns\": [{ \"pattern\": \"a\" }]", "missing \"url\" at $.linkPatterns[0]. Required here: pattern, url.")]
    [InlineData("\"cadence\": { \"days\": { \"gapAssessment\": \"monday\" } }", "\"monday\" at $.cadence.days.gapAssessment is not allowed. Allowed: sun, mon,")]
    [InlineData("\"cadence\": { \"days\": { \"gapAssesment\": \"mon\" } }", "Did you mean \"gapAssessment\"?")]
    [InlineData("\"escalation\": { \"channels\": [{ \"name\": \"a\", \"kind\": \"pager\", \"target\": \"x\" }] }", "\"pager\" at $.escalation.channels[0].kind is not allowed. Allowed: webhook, email, file.")]
    [InlineData("\"escalation\": { \"channels\": [{ \"name\": \"a\", \"kind\": \"email\", \"target\": \"nobody\" }] }", "$.escalation.channels[0].target: not a target of kind email. Allowed: an e-mail address.")]
    [InlineData("\"escalation\": { \"channels\": [{ \"name\": \"a\", \"kind\": \"file\", \"target\": \"a\" }, { \"name\": \"a\", \"kind\": \"file\", \"target\": \"b\" }] }", "$.escalation.channels[1]: \"a\" stands twice.")]
    public void A_bad_value_names_file_line_key_value_and_what_is_allowed(string member, string part)
    {
        var path = SettingsFolders.Write(_folders.Clone, $"{{\n  // mine\n  {member}\n}}");

        var refused = Refused();

        Assert.Equal(("InvalidSettings", ErrorKind.Usage), (refused.Id, refused.Kind));
        Assert.StartsWith($"{path}:3: ", refused.Message);
        Assert.Contains(part, refused.Message);
    }

    [Fact]
    public void A_webhook_address_that_stands_in_the_file_is_refused_and_not_repeated()
    {
        SettingsFolders.Write(_folders.Clone, """{ "escalation": { "channels": [{ "name": "a", "kind": "webhook", "target": "https://hooks.example/T0/secret" }] } }""");

        var message = Refused().Message;

        Assert.Contains("the name of the environment variable that holds the webhook's address, which is a secret", message);
        Assert.DoesNotContain("T0/secret", message);
    }

    [Fact]
    public void Several_problems_are_told_at_once()
    {
        SettingsFolders.Write(_folders.Clone, "{\n  \"timeZone\": \"Nowhere\",\n  \"documentation\": { \"folder\": \"\" }\n}");

        Assert.Equal(2, Refused().Message.Split('\n').Length);
    }

    [Fact]
    public void Links_match_within_a_time_limit()
    {
        SettingsFolders.Write(_folders.Clone, """{ "linkPatterns": [{ "pattern": "PROJ-(\\d+)", "url": "https://x.example/$1" }] }""");

        var link = _folders.Load().Settings.LinkPatterns.Single();

        Assert.Equal("see https://x.example/12", link.ToRegex().Replace("see PROJ-12", link.Url));
        Assert.Equal(LinkPattern.MatchLimit, link.ToRegex().MatchTimeout);
    }

    private ProgressException Refused() => Assert.Throws<ProgressException>(_folders.Load);
}
