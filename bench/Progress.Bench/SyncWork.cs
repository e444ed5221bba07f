using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Progress.Reps;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;

namespace Progress.Bench;

/// <summary>One piece of sync, in a process of its own, so that its time and memory are its alone. Prints seconds, and calls or records.</summary>
internal static class SyncWork
{
    private const string Connection = "twenty";

    private static readonly SyncHost Host = new() { Variable = name => name == "TWENTY_API_KEY" ? TwentyHost.Key : null };

    public static void Run(string what, string[] arguments)
    {
        if (what == "replay")
        {
            Print(Replay(arguments[0], new Uri(arguments[1])));
            return;
        }

        if (what == "merge")
        {
            Print(MergeWork.Run(int.Parse(arguments[0])));
            return;
        }

        using var store = ProgressStore.Open(new StoreLocation(Path.GetFullPath(arguments[0])), new StoreOptions { Command = "bench" });
        switch (what)
        {
            case "connect":
                Connect(store, arguments[1]);
                break;
            case "enter":
                Enter(store);
                break;
            default:
                Print(Sync(store, Enum.Parse<SyncDirection>(what, ignoreCase: true)));
                break;
        }
    }

    /// <summary>With a limit that nobody reaches: what is measured is what a pass costs beside its waiting.</summary>
    private static void Connect(ProgressStore store, string address)
    {
        var asked = new NewCrmConnection
        {
            Name = Connection, Provider = CrmProvider.Twenty, Uri = address, ApiKeyVariable = "TWENTY_API_KEY", PerMinute = ConnectionCheck.MostPerMinute,
        };
        CrmConnections.Connect(store, asked, Host);
        CrmSchema.Initialize(store, Connection, Host);
    }

    /// <summary>Something new of every rep.</summary>
    private static void Enter(ProgressStore store) => RepActivities.Add(
        store, [.. RepRegister.Load(store).Active.Select(r => new NewActivity(r.Member.ToString(), "referral_generated", null, 1, null, null))]);

    private static (double, long) Sync(ProgressStore store, SyncDirection direction)
    {
        var watch = Stopwatch.StartNew();
        var result = CrmSync.Invoke(store, new SyncRequest { Connection = Connection, Direction = direction, Pace = 1, Host = Host }).Single();
        if (result.Status != SyncOutcome.Done) throw new InvalidOperationException(string.Join(" ", result.Messages));
        return (watch.Elapsed.TotalSeconds, result.Calls);
    }

    /// <summary>The same requests with nothing around them: each answer is read to its end and dropped.</summary>
    private static (double, long) Replay(string path, Uri address)
    {
        var requests = File.ReadLines(path).Select(line => JsonSerializer.Deserialize<Recorded>(line)!).ToList();
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TwentyHost.Key);
        var watch = Stopwatch.StartNew();
        foreach (var request in requests)
        {
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Query.Length > 0 ? $"{request.Path}?{request.Query}" : request.Path);
            if (request.Body.Length > 0) message.Content = new StringContent(request.Body, new MediaTypeHeaderValue("application/json"));
            using var response = http.Send(message, HttpCompletionOption.ResponseHeadersRead);
            using var body = response.EnsureSuccessStatusCode().Content.ReadAsStream();
            body.CopyTo(Stream.Null);
        }

        return (watch.Elapsed.TotalSeconds, requests.Count);
    }

    private static void Print((double Seconds, long Count) done) =>
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{done.Seconds:0.000} {done.Count}"));
}
