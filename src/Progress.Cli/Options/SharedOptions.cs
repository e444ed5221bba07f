using System.CommandLine;

namespace Progress.Cli;

/// <summary>Options that several commands take, each defined once.</summary>
internal static class SharedOptions
{
    /// <summary>Options of every command.</summary>
    public static Option<string?> Store { get; } = new("--store")
    {
        Description = "The store's file; by default PROGRESS_STORE, else the user's data folder.", HelpName = "file", Recursive = true,
        Validators = { OptionRules.NotEmpty },
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document and nothing else; errors are one JSON object on standard error.", Recursive = true,
    };

    public static Option<bool> Debug { get; } = new("--debug")
    {
        Description = "Print the stack trace of an error.", Recursive = true,
    };

    /// <summary>Options of changing commands.</summary>
    public static Option<string?> Reason { get; } = new("--reason")
    {
        Description = "Why; the audit keeps it.", HelpName = "text",
    };

    public static Option<bool> WhatIf { get; } = new("--what-if")
    {
        Description = "Do everything but keep nothing, and say what would have been done.",
    };

    public static Option<bool> CreateCustomer { get; } = new("--create-customer")
    {
        Description = "Make customers whom the store does not know, instead of refusing what names them.",
    };

    /// <summary>Options of reading commands.</summary>
    public static Option<string[]> Reps { get; } = new("--rep")
    {
        Description = "Only this rep: id, name or a name with * and ?. May be repeated.", HelpName = "rep", Validators = { OptionRules.NotEmpty },
    };

    public static Option<string[]> Customers { get; } = new("--customer")
    {
        Description = "Only this customer: id, name, or either with * and ?. May be repeated.", HelpName = "customer", Validators = { OptionRules.NotEmpty },
    };

    public static Option<IsoTime?> AsOf { get; } = new("--as-of")
    {
        Description = "As of this day (2026-09-30) instead of today.", HelpName = "day", CustomParser = OptionRules.Time,
    };

    public static Option<int?> Days { get; } = new("--days")
    {
        Description = "Length of the window in local days.", HelpName = "n", CustomParser = OptionRules.Count,
    };

    public static Option<bool> Explain { get; } = new("--explain")
    {
        Description = "Also show the facts and rules behind each figure.",
    };
}
