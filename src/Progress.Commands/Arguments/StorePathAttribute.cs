using System.Management.Automation;
using Progress.Store;

namespace Progress.Commands;

/// <summary>Takes a store's path, relative to PowerShell's current location, or an object that has one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StorePathAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject { BaseObject: StoreLocation location } ? location
            : inputData is StoreLocation given ? given
            : PathOf(inputData) is { Length: > 0 } path
                ? new StoreLocation(engineIntrinsics.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path))
            : throw new ArgumentTransformationMetadataException("Give the path of the store's file, or what Connect-ProgressStore returned.");

    // A location that came from another process is a bag with a Path; a file has its FullName.
    private static string? PathOf(object? input) =>
        input is string text ? text
            : input is null ? null
            : PSObject.AsPSObject(input) is var item && item.BaseObject is string inner ? inner
            : (item.Properties["FullName"] ?? item.Properties["Path"])?.Value as string;
}
