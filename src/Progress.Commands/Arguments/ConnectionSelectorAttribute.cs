using System.Collections;
using System.Management.Automation;

namespace Progress.Commands;

/// <summary>Takes connections as names, or as any objects that say which connection they are about.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionSelectorAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Names = ["Connection", "Name"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => null,
            string text => text,
            IList list => list.Cast<object?>().Select(Selector).ToArray(),
            _ => Selector(inputData),
        };

    private static string Selector(object? item)
    {
        var about = item is null ? null : PSObject.AsPSObject(item);
        return about?.BaseObject as string
            ?? Names.Select(name => about?.Properties[name]?.Value as string).FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? throw None(item);
    }

    // The inner exception tells PowerShell to go on and try to bind by property name.
    private static ArgumentTransformationMetadataException None(object? item)
    {
        var message = $"'{item}' names no connection. Give a name, or an object of Connect-Crm or Get-CrmSyncStatus.";
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
