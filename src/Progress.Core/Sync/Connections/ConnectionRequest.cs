using Progress.Settings;

namespace Progress.Sync;

/// <summary>Turns what a person asks for into a connection's settings, or says what is wrong with it.</summary>
internal static class ConnectionRequest
{
    /// <exception cref="ProgressException"><c>InvalidConnection</c>, <c>InsecureUri</c>, <c>ProviderConnected</c>.</exception>
    public static ConnectionSettings ToSettings(NewCrmConnection asked, UserSettings settings)
    {
        if (!ConnectionCheck.IsName(asked.Name)) throw Invalid(asked, $"'{asked.Name}' is not a connection's name. Allowed: {ConnectionCheck.AllowedName}.");
        // An address may hold a password: one that is refused is not repeated.
        if (!ConnectionCheck.IsUri(asked.Uri)) throw Invalid(asked, $"What is given as address of {asked.Name} is not one. Allowed: {ConnectionCheck.AllowedUri}.");
        if (!settings.Sync.AllowHttp && !ConnectionCheck.IsPrivate(asked.Uri))
            throw new ProgressException(
                "InsecureUri", ErrorKind.Usage,
                $"{asked.Uri} is not encrypted: everybody on the way could read the key. Use https://; if nobody is on the way, Set-ProgressSetting sync.allowHttp true.",
                asked.Uri);
        CheckBase(asked);
        CheckKey(asked);
        if (asked.PerMinute is { } limit && !ConnectionCheck.IsPerMinute(limit))
            throw Invalid(asked, FormattableString.Invariant($"{limit} is no limit. Allowed: calls a minute, greater than 0, up to {ConnectionCheck.MostPerMinute:0}."));
        CheckOthers(asked, settings.Connections);
        return new ConnectionSettings
        {
            Name = asked.Name, Provider = asked.Provider, Uri = new Uri(asked.Uri).AbsoluteUri.TrimEnd('/'), Base = asked.Base,
            ApiKeyVariable = asked.ApiKeyVariable, SecretName = asked.SecretName, PerMinute = asked.PerMinute,
            Pace = settings.Connections.FirstOrDefault(c => IsSame(c, asked))?.Pace,
        };
    }

    public static bool IsSame(ConnectionSettings connection, NewCrmConnection asked) => connection.Name.Equals(asked.Name, StringComparison.OrdinalIgnoreCase);

    private static void CheckBase(NewCrmConnection asked)
    {
        if (asked.Provider != CrmProvider.Airtable)
        {
            if (asked.Base is not null) throw Invalid(asked, $"{asked.Provider} has no bases. Leave -Base out.");
        }
        else if (asked.Base is null)
        {
            throw Invalid(asked, $"{asked.Name} needs the base: -Base. Allowed: {ConnectionCheck.AllowedBase}; it stands in the address of the base, https://airtable.com/app….");
        }
        else if (!ConnectionCheck.IsBase(asked.Base))
        {
            throw Invalid(asked, $"What is given as base of {asked.Name} is not one. Allowed: {ConnectionCheck.AllowedBase}.");
        }
    }

    private static void CheckKey(NewCrmConnection asked)
    {
        if (asked.Provider == CrmProvider.RedHawk)
        {
            if ((asked.ApiKey ?? asked.ApiKeyVariable ?? asked.SecretName) is not null) throw Invalid(asked, "RedHawk takes no key. Leave it out.");
            return;
        }

        if (asked.ApiKeyVariable is { } variable && !ConnectionCheck.IsVariable(variable))
            throw Invalid(asked, $"What is given as variable of {asked.Name} is not the name of one. Allowed: {ConnectionCheck.AllowedVariable}.");
        if (asked.SecretName is { } secret && !ConnectionCheck.IsSecret(secret))
            throw Invalid(asked, $"What is given as secret of {asked.Name} is not the name of one. Allowed: {ConnectionCheck.AllowedSecret}.");
        var isGiven = asked.SecretName is null && asked.ApiKey is not null;
        if ((asked.ApiKeyVariable, asked.SecretName, isGiven) is not ((not null, null, false) or (null, not null, false) or (null, null, true)))
            throw Invalid(asked, $"{asked.Name} needs its key in one way. Allowed: one of -ApiKey, -ApiKeyVariable and -SecretName.");
        if (asked.ApiKey is { } key && string.IsNullOrWhiteSpace(key)) throw Invalid(asked, $"The key given for {asked.Name} is empty. Give the key of an API key of the service.");
    }

    private static void CheckOthers(NewCrmConnection asked, IReadOnlyList<ConnectionSettings> connections)
    {
        if (connections.FirstOrDefault(c => c.Provider == asked.Provider && !IsSame(c, asked)) is { } other)
            throw new ProgressException(
                "ProviderConnected", ErrorKind.Conflict,
                $"{asked.Provider} is connected already, as {other.Name} ({other.Uri}). Name that one, or Disconnect-Crm {other.Name} first.", asked.Name);
        if (connections.FirstOrDefault(c => IsSame(c, asked) && c.Provider != asked.Provider) is { } taken)
            throw new ProgressException(
                "ConnectionNameTaken", ErrorKind.Conflict, $"{taken.Name} is the connection with {taken.Provider}. Give the one with {asked.Provider} another name.", asked.Name);
    }

    private static ProgressException Invalid(NewCrmConnection asked, string message) => new("InvalidConnection", ErrorKind.Usage, message, asked.Name);
}
