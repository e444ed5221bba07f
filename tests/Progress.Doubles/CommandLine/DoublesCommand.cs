using System.CommandLine;
using Progress.Doubles.Airtable;

namespace Progress.Doubles;

/// <summary>The command line of the doubles.</summary>
internal static class DoublesCommand
{
    private static readonly Option<string?> Key = new("--key")
    {
        Description = "The API key to accept; by default TWENTY_API_KEY, else one that is minted, the same at every start",
    };

    private static readonly Option<string?> Token = new("--token")
    {
        Description = "The token to accept; by default AIRTABLE_API_KEY, else one that is minted, the same at every start",
    };

    private static readonly OptionSet<TwentyOptions> Switches = new();
    private static readonly OptionSet<AirtableSwitches> BaseSwitches = new();

    public static RootCommand Create() => new("Local doubles of Twenty CRM, RedHawk Academy and Airtable, for tests and for trying out sync.")
    {
        Twenty(), RedHawk(), Airtable(), Demo(),
    };

    private static Command Twenty()
    {
        var port = Port(4001);
        var samples = new Option<bool>("--samples") { Description = "Starts with sample members and call notes" };
        var command = new Command("twenty", "A Twenty workspace.") { port, Key, samples };
        foreach (var option in Switches.Options)
            command.Add(option);
        command.SetAction((parsed, stop) =>
        {
            var twenty = Hosting.Twenty(Switches.Read(parsed), parsed.GetValue(Key), parsed.GetValue(samples), out var key);
            return Hosting.Run(stop, new Hosted(twenty, parsed.GetValue(port), address => Banner.Twenty(address, key)));
        });
        return command;
    }

    private static Command RedHawk()
    {
        var port = Port(4002);
        var twenty = new Option<Uri?>("--twenty") { Description = "The address of a Twenty double into which the academy pays its XP" };
        var command = new Command("redhawk", "A RedHawk Academy. Its users are the RedHawk ids of the sample reps.") { port, twenty };
        command.SetAction((parsed, stop) =>
        {
            var academy = Hosting.RedHawk();
            if (parsed.GetValue(twenty) is { } address)
                academy.Pays = new RemotePay(address).Pay;
            return Hosting.Run(stop, new Hosted(academy, parsed.GetValue(port), Banner.RedHawk));
        });
        return command;
    }

    private static Command Airtable()
    {
        var port = Port(4003);
        var samples = new Option<bool>("--samples") { Description = "Starts with sample customers and a few of their tasks" };
        var command = new Command("airtable", "An Airtable base.") { port, Token, samples };
        foreach (var option in BaseSwitches.Options)
            command.Add(option);
        command.SetAction((parsed, stop) =>
        {
            var airtable = Hosting.Airtable(BaseSwitches.Read(parsed), parsed.GetValue(Token), parsed.GetValue(samples), out var token);
            return Hosting.Run(stop, new Hosted(airtable, parsed.GetValue(port), address => Banner.Airtable(address, token)));
        });
        return command;
    }

    private static Command Demo()
    {
        var (twentyPort, redHawkPort, airtablePort) = (Port(4001, "--twenty-port"), Port(4002, "--redhawk-port"), Port(4003, "--airtable-port"));
        var command = new Command("demo", "All of them on sample data; the academy pays into the workspace.")
        {
            twentyPort, redHawkPort, airtablePort, Key, Token,
        };
        foreach (var option in Switches.Options)
            command.Add(option);
        command.SetAction((parsed, stop) =>
        {
            var twenty = Hosting.Twenty(Switches.Read(parsed), parsed.GetValue(Key), samples: true, out var key);
            var academy = Hosting.RedHawk();
            academy.Attach(twenty);
            var airtable = Hosting.Airtable(new AirtableSwitches(), parsed.GetValue(Token), samples: true, out var token);
            return Hosting.Run(
                stop,
                new Hosted(twenty, parsed.GetValue(twentyPort), address => Banner.Twenty(address, key)),
                new Hosted(academy, parsed.GetValue(redHawkPort), Banner.RedHawk),
                new Hosted(airtable, parsed.GetValue(airtablePort), address => Banner.Airtable(address, token)));
        });
        return command;
    }

    private static Option<int> Port(int standard, string name = "--port") => new(name)
    {
        Description = "The port on 127.0.0.1; 0 takes any free one", DefaultValueFactory = _ => standard,
    };
}
