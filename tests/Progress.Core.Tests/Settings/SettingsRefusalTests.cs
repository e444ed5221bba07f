using System.Text.Json;
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
            + "documentation, linkPatterns, cadence, escalation, customers, connections, sync, twenty, redhawk, airtable. Did you mean \"timeZone\"?",
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
    [InlineData("\"customers\": { \"milestones\": { \"Series A\": \"Series_A\" } }", "\"Series_A\" is no milestone. Allowed: Product_Launch, Initial_PMF, Key_Hires, Scalability_Revenue, User_Base, Scaling_Product, Revenue_Growth, Market_Penetration.")]
    [InlineData("\"customers\": { \"milestones\": { \"Hires\": \"key_hires\" } }", "\"key_hires\" is no milestone.")]
    [InlineData("\"customers\": { \"milestones\": { \" \": \"Key_Hires\" } }", "an empty text. Allowed: the text of a stage, e.g. \"Series A\".")]
    [InlineData("\"customers\": { \"milestones\": { \"A\": \"Key_Hires\", \"a\": \"User_Base\" } }", "\"a\" stands twice. Allowed: each text once, whatever its case.")]
    [InlineData("\"customers\": { \"milestones\": [] }", "a list at $.customers.milestones is not allowed.")]
    [InlineData("\"customers\": { \"weights\": { \"gap\": -1 } }", "$.customers.weights.gap: -1 is no weight. Allowed: a number from 0 to 1000.")]
    [InlineData("\"customers\": { \"weights\": { \"tool\": 1001 } }", "$.customers.weights.tool: 1001 is no weight.")]
    [InlineData("\"customers\": { \"weights\": { \"priority\": \"high\" } }", "\"high\" at $.customers.weights.priority is not allowed.")]
    [InlineData("\"customers\": { \"weight\": {} }", "unknown key \"weight\" at $.customers.weight. Allowed here: milestones, weights.")]
    public void A_bad_value_names_file_line_key_value_and_what_is_allowed(string member, string part)
    {
        var path = SettingsFolders.Write(_folders.Clone, $"{{\n  // mine\n  {member}\n}}");

        var refused = Refused();

        Assert.Equal(("InvalidSettings", ErrorKind.Usage), (refused.Id, refused.Kind));
        Assert.StartsWith($"{path}:3: ", refused.Message);
        Assert.Contains(part, refused.Message);
    }

    public static TheoryData<string, string> BadConnections => new()
    {
        { "\"connections\": [{ \"name\": \"a\" }]", "missing \"provider\", \"uri\" at $.connections[0]." },
        { One("2nd"), "$.connections[0].name: not a name. Allowed: a letter, then up to 31 letters, digits and hyphens." },
        { One("a", provider: "hubspot"), "\"hubspot\" at $.connections[0].provider is not allowed. Allowed: twenty, redHawk, airtable." },
        { One("a", uri: "crm.example"), "$.connections[0].uri: not the address of a service. Allowed: an absolute https address" },
        { One("a", uri: "http://crm.example"), "$.connections[0].uri: http://crm.example is not encrypted." },
        { One("a", more: ", \"apiKeyVariable\": \"a-b\""), "$.connections[0].apiKeyVariable: not a name. Allowed: the name of the environment variable that holds the key, never the key." },
        { One("a", more: ", \"secretName\": \"\""), "$.connections[0].secretName: not a name." },
        { One("a", more: ", \"apiKeyVariable\": \"A\", \"secretName\": \"b\""), "$.connections[0]: both apiKeyVariable and secretName. Allowed: one of them." },
        { One("a", "redHawk", more: ", \"apiKeyVariable\": \"A\""), "$.connections[0]: RedHawk takes no key." },
        { One("a", "airtable"), "$.connections[0]: no base. Allowed: the id of a base of Airtable, app and 14 letters and digits" },
        { One("a", "airtable", more: ", \"base\": \"appShort\""), "$.connections[0].base: not a base." },
        { One("a", more: ", \"base\": \"appA1b2C3d4E5f6G7\""), "$.connections[0].base: Twenty has no bases. Take base out." },
        { "\"airtable\": { \"plan\": \"pro\" }", "\"pro\" at $.airtable.plan is not allowed. Allowed: free, team, business, enterprise." },
        { "\"airtable\": { \"tables\": { \"customers\": {} } }", "unknown key \"customers\" at $.airtable.tables.customers. Allowed here: taskProgress, customerAsset." },
        { Table("\"title\": \" \""), "$.airtable.tables.taskProgress.title: \" \" is not a table's name. Allowed: the name of the table there, up to 255 characters." },
        { Table("\"title\": \"customer assets\""), "$.airtable.tables: \"customer assets\" is both taskProgress and customerAsset." },
        { Table("\"fields\": { \"Task name\": \"x\" }"), "\"Task name\" is no field of Customer Task Progress. Allowed: Progress ID, Customer ID, Task ID, Task Name," },
        { Table("\"fields\": { \"Status\": \"{Status}\" }"), "\"{Status}\" is not a field's name. Allowed: the name of the field there, up to 255 characters, without {, } and \\, which no formula can name." },
        { Table("\"fields\": { \"Status\": \"a}b\" }"), "\"a}b\" is not a field's name." },
        { Table("\"fields\": { \"Status\": \"task name\" }"), "$.airtable.tables.taskProgress.fields: \"Task Name\" is both Task Name and Status." },
        { One("a", more: ", \"perMinute\": 0"), "$.connections[0].perMinute: 0 is no limit. Allowed: a number greater than 0, up to 1000000." },
        { One("a", more: ", \"pace\": 1.5"), "$.connections[0].pace: 1.5 is no part. Allowed: a number greater than 0, up to 1." },
        { One("a", more: ", \"apiKey\": \"eyJ.secret\""), "unknown key \"apiKey\" at $.connections[0].apiKey." },
        { $"{One("a").TrimEnd(']')}, {{ \"name\": \"A\", \"provider\": \"redHawk\", \"uri\": \"https://x.example\" }}]", "$.connections[1]: \"A\" stands twice. Allowed: each name once." },
        { $"{One("a").TrimEnd(']')}, {{ \"name\": \"b\", \"provider\": \"twenty\", \"uri\": \"https://x.example\" }}]", "$.connections[1]: a second connection of Twenty. Allowed: one of each provider." },
        { "\"sync\": { \"pace\": 0 }", "$.sync.pace: 0 is no part. Allowed: a number greater than 0, up to 1." },
        { "\"sync\": { \"paused\": 1 }", "1 at $.sync.paused is not allowed. Allowed: true or false." },
        { "\"redhawk\": { \"paysXP\": true }", "Did you mean \"paysXp\"?" },
        { "\"twenty\": { \"attributeByOwner\": true }", "unknown key \"attributeByOwner\" at $.twenty.attributeByOwner. Allowed here: personOwnerField, deals, appointments." },
        { "\"twenty\": { \"personOwnerField\": \"Owner Id\" }", "$.twenty.personOwnerField: \"Owner Id\" is not a name. Allowed: an API name: a small letter, then up to 62 letters and digits." },
        { "\"twenty\": { \"deals\": { \"object\": \"opportunities\" } }", "missing \"owner\", \"at\", \"when\" at $.twenty.deals." },
        { Deals(name: "../x"), "$.twenty.deals.object: \"../x\" is not a name." },
        { Deals(owner: "a.b.c"), "$.twenty.deals.owner: \"a.b.c\" is not a field. Allowed: an API name, or two with a point between them for a part, e.g. createdBy.workspaceMemberId." },
        { Deals(at: "a.b"), "$.twenty.deals.at: \"a.b\" is not a name." },
        { Deals(when: "{}"), "$.twenty.deals.when: no condition. Allowed: at least one field with the values that count; otherwise every record would." },
        { Deals(when: "{ \"a-b\": [\"x\"] }"), "\"a-b\" is not a field." },
        { Deals(when: "{ \"a\": [] }"), "$.twenty.deals.when.a: no value." },
        { Deals(when: "{ \"a\": [\" \"] }"), "$.twenty.deals.when.a: \" \" is empty. Allowed: values as Twenty's API has them, e.g. WON, true." },
        { Deals(when: "{ \"a\": [true] }"), "true at $.twenty.deals.when.a[0] is not allowed. Allowed: text." },
        { $"{Deals()[..^2]}, \"appointments\": {Deals()[21..]}", "$.twenty.appointments.object: opportunities are the deals. Allowed: another object; a record counts as one thing." },
    };

    [Theory]
    [MemberData(nameof(BadConnections))]
    public void A_bad_connection_names_file_line_key_and_what_is_allowed(string member, string part)
    {
        var path = SettingsFolders.Write(_folders.Store, $"{{\n  // mine\n  {member}\n}}");

        var refused = Assert.Throws<ProgressException>(() => UserSettings.Load(_folders.Store));

        Assert.Equal(("InvalidSettings", ErrorKind.Usage), (refused.Id, refused.Kind));
        Assert.StartsWith($"{path}:3: ", refused.Message);
        Assert.Contains(part, refused.Message);
        Assert.DoesNotContain("eyJ", refused.Message);
    }

    [Theory]
    [InlineData("apiKeyVariable", "eyJhbGciOi.key.signature")]
    [InlineData("secretName", "eyJhbGciOi/key+signature")]
    [InlineData("name", "eyJhbGciOi.key.signature")]
    [InlineData("uri", "https://ana:eyJhbGciOi@crm.example")]
    public void A_key_that_stands_in_the_file_is_refused_and_not_repeated(string key, string value)
    {
        var members = new Dictionary<string, string> { ["name"] = "a", ["provider"] = "twenty", ["uri"] = "https://crm.example", [key] = value };
        SettingsFolders.Write(_folders.Store, $"{{ \"connections\": [{JsonSerializer.Serialize(members)}] }}");

        Assert.DoesNotContain("eyJhbGciOi", Assert.Throws<ProgressException>(_folders.Load).ToString());
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

    private static string Deals(string name = "opportunities", string owner = "ownerId", string at = "closeDate", string when = "{ \"stage\": [\"WON\"] }") =>
        $"\"twenty\": {{ \"deals\": {{ \"object\": \"{name}\", \"owner\": \"{owner}\", \"at\": \"{at}\", \"when\": {when} }} }}";

    private static string Table(string members) => $"\"airtable\": {{ \"tables\": {{ \"taskProgress\": {{ {members} }} }} }}";

    private static string One(string name, string provider = "twenty", string uri = "https://crm.example", string more = "") =>
        $"\"connections\": [{{ \"name\": \"{name}\", \"provider\": \"{provider}\", \"uri\": \"{uri}\"{more} }}]";

    private ProgressException Refused() => Assert.Throws<ProgressException>(_folders.Load);
}
