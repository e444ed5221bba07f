using Progress.Sync;

namespace Progress.Commands;

/// <summary>A cmdlet over what connections keep in their CRMs.</summary>
public abstract class SchemaCmdlet : ConnectionCmdlet
{
    /// <inheritdoc/>
    protected sealed override void Work(string? pattern)
    {
        var found = CrmConnections.List(Location, pattern);
        this.ReadSecrets(Location, pattern);
        foreach (var connection in found) Guard(() => Look(connection.Name));
    }

    /// <summary>Looks at one connection.</summary>
    protected abstract void Look(string connection);
}
