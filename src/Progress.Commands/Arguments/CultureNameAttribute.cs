using System.Globalization;
using System.Management.Automation;

namespace Progress.Commands;

/// <summary>Takes the name of a culture that exists, or a culture.</summary>
/// <remarks>PowerShell by itself makes a culture of any text, with commas between fields and decimal points, and says nothing.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CultureNameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string name) return inputData;
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new ArgumentTransformationMetadataException($"'{name}' is no culture. Use a name such as de-DE or en-US.");
        }
    }
}
