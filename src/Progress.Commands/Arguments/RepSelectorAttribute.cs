using System.Collections;
using System.Management.Automation;

namespace Progress.Commands;

/// <summary>Takes reps as ids, names, or any objects that say which rep they are about.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RepSelectorAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Ids = ["RepId", "WorkspaceMemberId"];

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
        var rep = item is null ? null : PSObject.AsPSObject(item);
        return rep?.BaseObject switch
        {
            string text => text,
            Guid id => id.ToString(),
            _ => Ids.Select(name => rep?.Properties[name]?.Value?.ToString()).FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? throw NoRep(item),
        };
    }

    // The inner exception tells PowerShell to go on and try to bind by property name.
    private static ArgumentTransformationMetadataException NoRep(object? item)
    {
        var message = $"'{item}' names no rep. Give an id, a name, or an object with a RepId.";
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
