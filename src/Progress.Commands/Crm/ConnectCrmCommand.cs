using System.Management.Automation;
using System.Security;
using Progress.Settings;
using Progress.Sync;

namespace Progress.Commands;

/// <summary>Connects the store with a CRM: checks address and key, sends what is pending, and fetches.</summary>
/// <remarks>
/// <para>
/// The connection is kept in the settings beside the store; the key is not. It comes from an environment variable, from a secret of
/// SecretManagement, or is given for this session, and is sent to the host of its first connection only. RedHawk takes none. Airtable needs the
/// base, and a personal access token with the scopes data.records:read, data.records:write, schema.bases:read and schema.bases:write; its
/// address is that of its public API. For a connection that exists, the name is enough: what is left out stays as it was.
/// </para>
/// <para>
/// At a prompt it also starts the background sync, which sends changes within seconds. -NoBackground does not, nor does a script run by
/// pwsh -Command or -File; there, -NoBackground:$false starts it.
/// </para>
/// </remarks>
/// <example>
/// <code>Connect-Crm twenty -Provider Twenty -Uri http://127.0.0.1:4001 -ApiKeyVariable TWENTY_API_KEY</code>
/// <para>Connects with Twenty; the environment variable holds the key in every session.</para>
/// </example>
/// <example>
/// <code>Connect-Crm academy -Provider RedHawk -Uri http://127.0.0.1:4002</code>
/// <para>Connects with RedHawk Academy, which needs no key.</para>
/// </example>
/// <example>
/// <code>Connect-Crm base -Provider Airtable -Base appProgressDemo01 -Uri http://127.0.0.1:4003 -ApiKeyVariable AIRTABLE_API_KEY</code>
/// <para>Connects with a base of Airtable, here of a double; without -Uri at https://api.airtable.com.</para>
/// </example>
/// <example>
/// <code>$key = ConvertTo-SecureString $env:TWENTY_API_KEY -AsPlainText
/// Connect-Crm twenty -Provider Twenty -Uri http://127.0.0.1:4001 -ApiKey $key -NoBackground</code>
/// <para>Gives the key to this session only; Read-Host -AsSecureString asks for it.</para>
/// </example>
/// <example>
/// <code>Connect-Crm twenty</code>
/// <para>Logs in to a connection that exists.</para>
/// </example>
/// <seealso cref="DisconnectCrmCommand"/>
/// <seealso cref="GetCrmSyncStatusCommand"/>
[Cmdlet(VerbsCommunications.Connect, "Crm", SupportsShouldProcess = true, DefaultParameterSetName = KnownSet)]
[OutputType(typeof(CrmConnection), typeof(SyncPlanStep))]
public sealed class ConnectCrmCommand : ChangeCmdlet
{
    private const string KnownSet = "Known";
    private const string KeySet = "Key";
    private const string VariableSet = "Variable";
    private const string SecretSet = "Secret";

    /// <summary>The connection's name: a letter, then up to 31 letters, digits and hyphens.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Which system; one connection each. Needed the first time.</summary>
    [Parameter]
    public CrmProvider? Provider { get; set; }

    /// <summary>
    /// The service's root, https://; http:// only on this computer, or with the setting sync.allowHttp. Needed the first time, but for Airtable.
    /// </summary>
    [Parameter]
    public string? Uri { get; set; }

    /// <summary>Of Airtable, the id of the base, as it stands in the base's address: app and 14 letters or digits. Needed the first time.</summary>
    [Parameter]
    public string? Base { get; set; }

    /// <summary>The key, for this session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeySet)]
    public SecureString? ApiKey { get; set; }

    /// <summary>The environment variable that holds the key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VariableSet)]
    public string? ApiKeyVariable { get; set; }

    /// <summary>The secret that holds the key; Get-Secret of Microsoft.PowerShell.SecretManagement reads it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    public string? SecretName { get; set; }

    /// <summary>Calls a minute that the service allows, where that is not what its documentation says.</summary>
    [Parameter]
    public double? PerMinute { get; set; }

    /// <summary>Sends the key to another host than that of its first connection: the service has moved.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Starts no background sync.</summary>
    [Parameter]
    public SwitchParameter NoBackground { get; set; }

    private ConnectionDraft Draft => new()
    {
        Name = Name, Provider = Provider, Uri = Uri, Base = Base, ApiKey = ApiKey?.Text(), ApiKeyVariable = ApiKeyVariable, SecretName = SecretName,
        PerMinute = PerMinute,
    };

    /// <summary>Said either way, or as somebody is there to go on working.</summary>
    private bool WantsBackground => MyInvocation.BoundParameters.ContainsKey(nameof(NoBackground)) ? !NoBackground : InteractiveHost.Is(Host);

    /// <inheritdoc/>
    protected override void Process()
    {
        var asked = Draft.Complete(Location);
        if (!Agreed($"{asked.Provider} at {asked.Uri}{(asked.Base is { } one ? $", base {one}" : "")}", $"Connect as {asked.Name}, send what is pending and fetch", out var dryRun)) return;
        if (dryRun) WriteAll(CrmSync.Plan(Opened, CrmConnections.Connect(Opened, asked, this.Remote(), Force, dryRun), new SyncRequest()));
        else Connect(asked.SecretName is { } secret ? asked with { ApiKey = this.Secret(secret) } : asked);
    }

    private void Connect(NewCrmConnection asked)
    {
        var login = CrmSession.Begin(Opened, asked, this.Remote(), Force, Report, StopToken);
        foreach (var warning in login.Warnings) WriteWarning($"{login.Connection.Name}: {warning}");
        if (WantsBackground) RunspaceSync.Start(Location, login.Connection.Name, new BackgroundOptions { TimeZone = Settings.Settings.TimeZone, Customers = Settings.Settings.Customers });
        WriteObject(login.Connection);
    }
}
