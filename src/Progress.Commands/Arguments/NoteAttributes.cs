using System.Collections;
using System.Management.Automation;
using Progress.Reps;

namespace Progress.Commands;

/// <summary>Takes a time as ISO 8601 text, also from a date object: PowerShell's own text of one is in no such format.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsoTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            DateTime time => new IsoTime(time).ToString(),
            DateTimeOffset time => new IsoTime(time).ToString(),
            _ => inputData,
        };
}

/// <summary>Takes Twenty's <c>createdBy</c>, as an object, a table or JSON text, for the member that it names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoteAuthorAttribute : ArgumentTransformationAttribute
{
    private const string Member = "workspaceMemberId";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => null,
            string text => SourceNote.MemberOf(text),
            IDictionary table => table[Member]?.ToString(),
            _ => PSObject.AsPSObject(inputData).Properties[Member]?.Value?.ToString(),
        };
}
