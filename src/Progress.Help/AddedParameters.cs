namespace Progress.Help;

/// <summary>Parameters that PowerShell adds to cmdlets that ask for them.</summary>
internal static class AddedParameters
{
    public static IReadOnlyList<ParameterHelp> Paging { get; } =
    [
        Number("First", "Writes only so many objects."),
        Number("Skip", "Leaves so many objects out at the beginning."),
        Switch("IncludeTotalCount", "Writes the number of all objects before them."),
    ];

    public static IReadOnlyList<ParameterHelp> ShouldProcess { get; } =
    [
        Switch("WhatIf", "Says what would be done, checks everything, and changes nothing.", "wi"),
        Switch("Confirm", "Asks before each change.", "cf"),
    ];

    private static ParameterHelp Number(string name, string text) => new()
    {
        Name = name, Description = [text], Type = new TypeHelp("UInt64", "System.UInt64", "", IsSwitch: false, []),
    };

    private static ParameterHelp Switch(string name, string text, params string[] aliases) => new()
    {
        Name = name, Description = [text], Type = new TypeHelp("SwitchParameter", "System.Management.Automation.SwitchParameter", "", IsSwitch: true, []), Aliases = aliases,
    };
}
