using System.Text;
using Progress.Settings;
using Progress.Store;
using Progress.Sync;
using Progress.Tests.Store;

namespace Progress.Tests.Sync;

/// <summary>A store with its settings, an environment and a network in which everything answers.</summary>
internal sealed class ConnectionPlace : IDisposable
{
    /// <summary>A key as Twenty makes them; no word of it may be found anywhere.</summary>
    public const string Secret = "s3cr3t-signature-of-the-workspace";

    public static readonly NewCrmConnection Crm = new()
    {
        Name = "twenty", Provider = CrmProvider.Twenty, Uri = "https://crm.example", ApiKeyVariable = "TWENTY_API_KEY",
    };

    public static readonly NewCrmConnection Academy = new() { Name = "academy", Provider = CrmProvider.RedHawk, Uri = "http://127.0.0.1:4002" };

    private readonly StoreFolder folder = new();

    public ConnectionPlace()
    {
        folder.Options = folder.Options with { Clock = Clock, Command = "Connect-Crm" };
        Variables["TWENTY_API_KEY"] = Key(days: 300);
        Store = folder.Open();
        Network = new AnsweringHandler(Answer);
        Host = new SyncHost { Network = _ => Network, Variable = name => Variables.GetValueOrDefault(name), Chance = () => 0, Trace = Trace.Add };
    }

    public LeapingClock Clock { get; } = new("2026-09-30T12:00:00Z");

    public ProgressStore Store { get; }

    public Dictionary<string, string?> Variables { get; } = [];

    public AnsweringHandler Network { get; }

    public SyncHost Host { get; }

    public List<string> Trace { get; } = [];

    /// <summary>What the service answers instead of its welcome.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Refuse { get; set; } = _ => null;

    public string Folder => folder.Location.Folder;

    public string SettingsPath => SettingsFolders.In(Folder);

    public string Settings => File.Exists(SettingsPath) ? File.ReadAllText(SettingsPath) : "";

    /// <summary>A key that expires so many days from now.</summary>
    public string Key(double days)
    {
        var payload = $$"""{"type":"API_KEY","exp":{{Clock.GetUtcNow().AddDays(days).ToUnixTimeSeconds()}}}""";
        return $"eyJhbGciOiJIUzI1NiJ9.{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=')}.{Secret}";
    }

    public CrmConnection Connect(NewCrmConnection? asked = null, bool force = false, bool dryRun = false) =>
        CrmConnections.Connect(Store, asked ?? Crm, Host, force, dryRun);

    public ProgressException Refused(NewCrmConnection asked, string id, ErrorKind kind = ErrorKind.Usage) =>
        StoreFolder.Refused(() => Connect(asked), id, kind);

    public void WriteSettings(string json) => SettingsFolders.Write(Folder, json);

    /// <summary>Every file of the store's folder, as bytes that can be searched.</summary>
    public string AllFiles() => string.Concat(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(Read));

    public void Dispose()
    {
        ApiKeys.Forget(Store.Location, "twenty");
        Store.Dispose();
        folder.Dispose();
    }

    private HttpResponseMessage Answer(HttpRequestMessage request) => Refuse(request) ?? AnsweringHandler.Text(
        200,
        request.RequestUri!.AbsolutePath.EndsWith("/client-config", StringComparison.Ordinal) ? """{"appVersion":"1.4.0"}"""
            : request.RequestUri.AbsolutePath.Contains("/rest/", StringComparison.Ordinal) ? """{"data":{"workspaceMembers":[]},"totalCount":0,"pageInfo":{"hasNextPage":false}}"""
            : """{"status":"ok","version":"2.0"}""");

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var text = new MemoryStream();
        file.CopyTo(text);
        return Encoding.Latin1.GetString(text.ToArray());
    }
}
