using Progress.Doubles.Airtable;

namespace Progress.Doubles;

internal sealed record Hosted(IDouble Target, int Port, Func<Uri, string> Describe);

/// <summary>Doubles that run until Ctrl+C.</summary>
internal static class Hosting
{
    /// <summary>Far enough away that the minted key is the same at every start.</summary>
    private static readonly DateTimeOffset KeyExpires = new(2126, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TwentyDouble Twenty(TwentyOptions options, string? givenKey, bool samples, out string key)
    {
        var twenty = new TwentyDouble(options);
        key = givenKey ?? Environment.GetEnvironmentVariable("TWENTY_API_KEY") ?? "";
        if (key.Length == 0)
            key = twenty.Key(expires: KeyExpires);
        else
            twenty.AcceptKey(key);
        if (samples)
            SampleData.Fill(twenty);
        return twenty;
    }

    public static RedHawkDouble RedHawk()
    {
        var academy = new RedHawkDouble();
        foreach (var rep in SampleData.Reps())
            if (rep.RedHawkId is { Length: > 0 } id)
                academy.Link(id, rep.Id);
        return academy;
    }

    public static AirtableDouble Airtable(AirtableSwitches switches, string? givenToken, bool samples, out string token)
    {
        var airtable = new AirtableDouble(switches);
        token = givenToken ?? Environment.GetEnvironmentVariable("AIRTABLE_API_KEY") ?? "";
        if (token.Length == 0)
            token = airtable.Token();
        else
            airtable.AcceptToken(token);
        var home = airtable.AddBase("Customers", SampleBase.Id);
        if (samples)
            SampleBase.Fill(home);
        return airtable;
    }

    public static async Task<int> Run(CancellationToken stop, params Hosted[] doubles)
    {
        var servers = new List<DoubleServer>();
        try
        {
            foreach (var hosted in doubles)
            {
                servers.Add(new DoubleServer(hosted.Target, hosted.Port));
                Console.WriteLine(hosted.Describe(servers[^1].Address));
            }

            Console.WriteLine("Ctrl+C ends.");
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }

        return 0;
    }
}
