using System.Collections;
using System.Management.Automation;

namespace Progress.Commands;

/// <summary>Takes things as ids, names, or any objects that say by one of their properties which thing they are about.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class SelectorAttribute : ArgumentTransformationAttribute
{
    /// <summary>Properties that say it, the first that an object has.</summary>
    protected abstract IReadOnlyList<string> Properties { get; }

    /// <summary>What is wrong with a thing that says nothing, and what is allowed.</summary>
    protected abstract string Allowed { get; }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => null,
            string text => text,
            IList list => list.Cast<object?>().Select(Selector).ToArray(),
            _ => Selector(inputData),
        };

    private string Selector(object? item)
    {
        var about = item is null ? null : PSObject.AsPSObject(item);
        return about?.BaseObject switch
        {
            string text => text,
            Guid id => id.ToString(),
            _ => Properties.Select(name => about?.Properties[name]?.Value?.ToString()).FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? throw None(item),
        };
    }

    // The inner exception tells PowerShell to go on and try to bind by property name.
    private ArgumentTransformationMetadataException None(object? item)
    {
        var message = $"'{item}' {Allowed}";
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
