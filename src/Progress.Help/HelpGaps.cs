namespace Progress.Help;

/// <summary>What the help of a cmdlet still lacks.</summary>
internal static class HelpGaps
{
    private const int LeastExamples = 2;

    public static IEnumerable<string> Of(CmdletHelp cmdlet)
    {
        if (cmdlet.Synopsis.Length == 0) yield return $"{cmdlet.Name} has no <summary>.";
        if (cmdlet.Description.Count == 0) yield return $"{cmdlet.Name} has no <remarks>.";
        if (cmdlet.Outputs.Count == 0) yield return $"{cmdlet.Name} has no [OutputType].";
        var usable = cmdlet.Examples.Count(example => example.Code.Length > 0 && example.Remarks.Count > 0);
        if (usable < LeastExamples || usable < cmdlet.Examples.Count)
            yield return $"{cmdlet.Name} has {usable} examples with <code> and <para>; {Math.Max(LeastExamples, cmdlet.Examples.Count)} are needed.";
        foreach (var parameter in cmdlet.Parameters)
        {
            if (parameter.Description.Count == 0) yield return $"{cmdlet.Name} -{parameter.Name} has no <summary>.";
            if (parameter.Name.StartsWith("Progress", StringComparison.OrdinalIgnoreCase))
                yield return $"{cmdlet.Name} -{parameter.Name} begins like PowerShell's own -ProgressAction; name it otherwise.";
        }
    }
}
