using System.Text;
using Progress.Doubles;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>Issue 3, item 7: after each scenario the key is in no file, log, message, trace or journal but the header that carries it.</summary>
public sealed class SecretTests : IDisposable
{
    /// <summary>Parts of the key by which it would be found, too.</summary>
    private static readonly string[] Traces = [SyncWorld.Secret, "eyJleHAiOjQ5MDAwMDAwMDB9", "the-key-of-the-workspace", Convert.ToBase64String(Encoding.UTF8.GetBytes(SyncWorld.Secret))];

    private readonly SyncWorld world = new SyncWorld().Members("Ana", "Ben");
    private readonly List<string> said = [];
    private readonly SyncDevice device;

    public SecretTests()
    {
        device = world.Device("one").Prepare();
        Sync();
        device.Did("Ana", "referral_generated");
        Sync();
        device.Did("Ana", "referral_generated");
        device.Did("Ben", "referral_generated");
    }

    public static TheoryData<string> Scenarios => [.. All.Keys];

    private static Dictionary<string, Action<SecretTests>> All { get; } = new()
    {
        ["good sync"] = t => t.Sync(),
        ["bad key"] = t => t.Sync(w => w.Twenty.RevokeKey(SyncWorld.Secret)),
        ["expired key"] = t => t.Sync(Echo(401, "Token has expired.")),
        ["key echoed in a refusal"] = t => t.Sync(Echo(400, $"Invalid number value '{SyncWorld.Secret}'", r => r.Method == "PATCH")),
        ["key echoed in a 401"] = t => t.Sync(Echo(401, $"Bearer {SyncWorld.Secret} is no token")),
        ["key echoed far into a long text"] = t => t.Sync(Echo(403, new string('x', 280) + SyncWorld.Secret)),
        ["key echoed by GraphQL"] = t => t.Sync(w =>
        {
            w.Twenty.Options = w.Twenty.Options with { RestUpdateMany = false };
            Instead(w, 200, "application/json", $$$"""{"errors":[{"message":"no {{{SyncWorld.Secret}}}","extensions":{"code":"BAD_USER_INPUT"}}]}""", r => r.Path == "/graphql");
        }),
        ["key echoed in a record"] = t =>
        {
            t.world.Twenty.Put("repProgressions", RecordId.Of(SyncWorld.Id("Ben"), 0), new { workspaceMemberId = SyncWorld.Id("Ben"), name = "Ben" });
            t.Sync(w => Instead(w, 200, "application/json", $$$"""{"data":{"repProgressions":[{"id":"{{{SyncWorld.Secret}}}","name":"{{{SyncWorld.Secret}}}","workspaceMemberId":"{{{SyncWorld.Secret}}}"}]},"pageInfo":{"hasNextPage":false}}""", r => r.Path.EndsWith("/repProgressions")));
        },
        ["HTML of a proxy"] = t => t.Sync(w => Instead(w, 407, "text/html", $"<html>Authorization: Bearer {SyncWorld.Secret}</html>")),
        ["broken JSON"] = t => t.Sync(w => Instead(w, 200, "application/json", $$"""{"data":{{SyncWorld.Secret}}""")),
        ["server error"] = t => t.Sync(w => Instead(w, 500, "text/plain", SyncWorld.Secret)),
        ["redirect"] = t => t.Sync(w => w.Twenty.Faults.Sometimes(1, Fault.Redirect(new Uri($"https://elsewhere.example/?token={SyncWorld.Secret}")))),
        ["oversize answer"] = t => t.Sync(w => Instead(w, 200, "application/json", SyncWorld.Secret + new string(' ', (16 << 20) + 1), r => r.Path == "/rest/notes")),
        ["server down"] = t => t.Sync(w => w.Twenty.Faults.Down = true),
        ["lost answers"] = t => t.Sync(w => w.Twenty.Faults.Sometimes(1, Fault.DropAfter, r => r.Method != "GET")),
        ["crash in the middle"] = t => t.Crash(),
        ["conflicts"] = t => t.Conflict(),
        ["http to another machine"] = t => t.Refused(() => t.Connect("http://crm.example")),
        ["key in the address"] = t => t.Refused(() => t.Connect($"https://{SyncWorld.Secret}@crm.example")),
        ["key to another host"] = t => t.Refused(() => t.Connect("https://crm.example")),
        ["key in the place of its variable"] = t => t.Refused(() => CrmConnections.Connect(t.device.Store, Twenty with { ApiKeyVariable = SyncWorld.Secret }, t.world.Host)),
        ["key given to the session"] = t => t.Given(),
        ["disconnect"] = t => t.said.Add($"{CrmSession.End(t.device.Store, "twenty", TimeSpan.FromSeconds(5), t.world.Host)}"),
    };

    private static NewCrmConnection Twenty => new() { Name = "twenty", Provider = CrmProvider.Twenty, Uri = SyncWorld.TwentyUri, ApiKeyVariable = "TWENTY_API_KEY" };

    public void Dispose() => world.Dispose();

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_key_is_nowhere_but_in_its_header(string scenario)
    {
        All[scenario](this);

        Assert.Contains(world.Twenty.Journal.Entries, e => e.Request.Header("Authorization") == $"Bearer {SyncWorld.Secret}");
        Look();
        // What is only in the log of SQLite comes into the file when it closes.
        device.Restart();
        Look();
    }

    [Fact]
    public void It_would_be_found()
    {
        device.Did("Ana", "referral_generated", id: $"an id with {SyncWorld.Secret}");
        Assert.Throws<Xunit.Sdk.TrueException>(Look);
    }

    [Fact]
    public void A_redirect_to_another_host_does_not_carry_the_key_over_the_wire()
    {
        var (twenty, evil) = (new TwentyDouble(), new TwentyDouble());
        twenty.AcceptKey(SyncWorld.Secret);
        evil.AcceptKey(SyncWorld.Secret);
        using var real = new DoubleServer(twenty);
        using var other = new DoubleServer(evil);
        var trace = new List<string>();
        var host = new SyncHost { Variable = _ => SyncWorld.Secret, Trace = trace.Add };
        using var offline = new SyncWorld();
        var store = offline.Device("over the wire", isConnected: false).Store;
        CrmConnections.Connect(store, Twenty with { Uri = real.Address.ToString() }, host);
        CrmSchema.Initialize(store, "twenty", host);
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
            twenty.Faults.Next(Fault.Instead(DoubleResponse.Empty(status).With(("Location", new Uri(other.Address, "/rest/workspaceMembers").ToString()))));

        for (var i = 0; i < 5; i++)
        {
            var result = CrmSync.Invoke(store, new SyncRequest { Host = host }).Single();
            Assert.Equal((SyncOutcome.Failed, "Redirected"), (result.Status, CrmSyncStatuses.Get(store, host).Single().ErrorId));
            Assert.Contains(other.Address.Authority, Assert.Single(result.Messages));
        }

        Assert.Empty(evil.Journal.Entries);
        Assert.DoesNotContain(SyncWorld.Secret, string.Join('\n', trace));
    }

    private void Sync(Action<SyncWorld>? arrange = null)
    {
        arrange?.Invoke(world);
        Note(() => said.Add(Text(device.Sync())));
        Note(() => said.Add(Text(device.Sync(full: true))));
        Note(() => CrmSchema.Test(device.Store, "twenty", world.Host));
        Note(() => CrmConnections.Connect(device.Store, Twenty, world.Host));
    }

    private void Crash()
    {
        for (var at = 0; at < 8; at++)
        {
            var left = at;
            world.OnRequest = () =>
            {
                if (left-- == 0) throw new InvalidOperationException("the process ends");
            };
            Note(() => device.Sync());
            world.OnRequest = () => { };
            device.Restart();
            world.Clock.Advance(TimeSpan.FromMinutes(2));
            device.Did("Ana", "referral_generated");
        }
    }

    private void Conflict()
    {
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 100);
        Sync();
        world.Twenty.OtherWriter.OverwriteXp(SyncWorld.Id("Ana"), 7);
        Sync();
        said.AddRange(CrmConflicts.List(device.Store).Select(c => $"{c}"));
        CrmResolution.Resolve(device.Store, CrmConflicts.List(device.Store).Single().Id, ConflictSide.Local);
        Sync();
    }

    private void Given()
    {
        CrmConnections.Remove(device.Store, "twenty");
        said.Add($"{CrmConnections.Connect(device.Store, Twenty with { ApiKeyVariable = null, ApiKey = SyncWorld.Secret }, world.Host)}");
        said.Add(Text(device.Sync()));
        said.Add($"{Twenty with { ApiKeyVariable = null, ApiKey = SyncWorld.Secret }}");
    }

    private void Connect(string uri) => CrmConnections.Connect(device.Store, Twenty with { Uri = uri }, world.Host);

    private void Refused(Action work)
    {
        var calls = world.Twenty.Journal.Entries.Count;
        said.Add(Assert.Throws<ProgressException>(work).ToString());
        Assert.Equal(calls, world.Twenty.Journal.Entries.Count);
    }

    private void Note(Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault)
        {
            said.Add(fault.ToString());
        }
    }

    private void Look()
    {
        said.Add(Text(CrmSyncStatuses.Get(device.Store, world.Host)));
        said.Add(Text(CrmSyncLog.Read(device.Store)));
        said.Add(Text(CrmConflicts.List(device.Store, includeResolved: true)));
        said.Add(Text(CrmConnections.List(device.Store.Location)));
        var places = Directory.EnumerateFiles(device.Folder, "*", SearchOption.AllDirectories).Select(f => (Path.GetFileName(f), Latin(f)))
            .Append(("messages", string.Join('\n', said))).Append(("trace", string.Join('\n', world.Trace))).Append(("journal", world.Twenty.Journal.Text))
            .Append(("store", StoreText.Of(device.Store))).ToList();
        Assert.Contains(places, p => p.Item1 == "progress.db-wal");
        foreach (var (place, text) in places)
            foreach (var trace in Traces)
                Assert.True(text.IndexOf(trace, StringComparison.Ordinal) is var at && at < 0, $"{place} has the key: {(at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)])}");
    }

    private static string Latin(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static string Text(object value) => $"{value} {System.Text.Json.JsonSerializer.Serialize(value)}";

    private static Action<SyncWorld> Echo(int status, string text, Func<DoubleRequest, bool>? when = null) => world => Instead(
        world, status, "application/json", System.Text.Json.JsonSerializer.Serialize(new { statusCode = status, messages = new[] { text } }), when);

    private static void Instead(SyncWorld world, int status, string type, string body, Func<DoubleRequest, bool>? when = null) =>
        world.Twenty.Faults.Sometimes(1, Fault.Instead(DoubleResponse.OfText(status, type, body)), when);
}
