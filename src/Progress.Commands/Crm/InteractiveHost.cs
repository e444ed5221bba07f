using System.Management.Automation.Host;

namespace Progress.Commands;

/// <summary>Whether somebody types commands, so that work in the background is of use.</summary>
internal static class InteractiveHost
{
    private static readonly string[] Scripts = ["command", "c", "file", "f", "encodedcommand", "ec", "e", "commandwithargs", "cwa", "noninteractive", "noni"];
    private static readonly string[] Switches = ["noprofile", "nop", "nologo", "nol", "login", "l", "sta", "mta", "interactive", "i", "noexit", "noe"];

    public static bool Is(PSHost host) => host.Name switch
    {
        "ConsoleHost" => !Console.IsInputRedirected && !RunsScript(Environment.GetCommandLineArgs()),
        "Visual Studio Code Host" => true,
        _ => false,
    };

    /// <summary>Whether PowerShell was started for a command or a file, and ends with it.</summary>
    private static bool RunsScript(string[] arguments)
    {
        var names = arguments.Skip(1).TakeWhile(a => !Scripts.Contains(Name(a))).Select(Name).ToList();
        if (names.Exists(n => n is "noexit" or "noe")) return false;
        if (names.Count < arguments.Length - 1) return true;
        // A word that is no option's value is a file.
        return names.Where((name, i) => name is null && (i == 0 || Switches.Contains(names[i - 1]))).Any();
    }

    private static string? Name(string argument) => argument is ['-', .. var name] ? name.TrimStart('-').ToLowerInvariant() : null;
}
