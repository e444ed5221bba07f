using System.Management.Automation;

namespace Progress.Commands;

/// <summary>A cmdlet over connections: which ones are meant, and one after the other.</summary>
public abstract class ConnectionCmdlet : StoreCmdlet
{
    /// <summary>Names of connections, with wildcards, also from the pipeline; all without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ConnectionSelector]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public string[] Connection { get; set; } = [];

    /// <inheritdoc/>
    protected sealed override void Process()
    {
        if (Connection.Length > 0) foreach (var pattern in Connection) Guard(() => Work(pattern));
        else if (!NamesNothing(nameof(Connection))) Work(null);
    }

    /// <summary>Does it for connections.</summary>
    /// <param name="pattern">A name, or a pattern; null for all.</param>
    protected abstract void Work(string? pattern);
}
