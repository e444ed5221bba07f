using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Progress.Json;
using Progress.Store;

namespace Progress.Reps;

/// <summary>Reads rule sets and refuses those that contradict themselves.</summary>
public static class RuleSetFile
{
    /// <summary>Error id of a rule set that cannot be used.</summary>
    public const string InvalidRuleSet = "InvalidRuleSet";

    /// <summary>The embedded default: the tables of the seed.</summary>
    public static string DefaultJson { get; } = ReadDefault();

    /// <summary>Reads a file.</summary>
    /// <exception cref="ProgressException"><c>InvalidRuleSet</c>, with file, line and path of all that is wrong; <c>FileNotFound</c>, <c>FileUnreadable</c>.</exception>
    public static (RuleSet Rules, string Json) Read(string path)
    {
        var json = JsonFile.ReadText(path, InvalidRuleSet);
        return (Parse(json, path), json);
    }

    /// <summary>Reads JSON text; <paramref name="source"/> names it in errors.</summary>
    public static RuleSet Parse(string json, string source)
    {
        var rules = StrictJson.Read<RuleSet>(json, source, InvalidRuleSet);
        var problems = new JsonProblems(json, source, InvalidRuleSet);
        RuleSetCheck.Check(rules, problems);
        problems.ThrowIfAny();
        return rules;
    }

    /// <summary>SHA-256 of the text, in lower-case hexadecimal.</summary>
    public static string Hash(string json) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json))).ToLowerInvariant();

    /// <summary>Gives a store that has no rules the default ones.</summary>
    internal static void Install(SqliteConnection connection, DateTime now) =>
        connection.Execute(
            "INSERT INTO rule_set (from_day, json, hash, at) SELECT 0, @json, @hash, @at WHERE NOT EXISTS (SELECT 1 FROM rule_set)",
            new { json = DefaultJson, hash = Hash(DefaultJson), at = now.ToMs() });

    private static string ReadDefault()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("rules.default.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
