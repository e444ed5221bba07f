using System.Runtime.CompilerServices;
using Progress.Customers;
using Progress.Import;
using Progress.Store;

namespace Progress.Tests.Customers;

/// <summary>A store with customers and a catalogue, and what tests do with them.</summary>
internal sealed class CustomerPlace(string timeZone = "UTC") : IDisposable
{
    private readonly TestStore test = new(timeZone);

    public TestClock Clock => test.Clock;

    public ProgressStore Store => test.Store;

    public string Path(string name) => test.Path(name);

    public string Write(string name, string text) => test.Write(name, text);

    public static string Sample(string name) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Here())!, "..", "..", "..", "module", "samples", name));

    public CustomerPlace Customer(string id, string? name = null)
    {
        CustomerDirectory.Add(Store, new NewCustomer(id, name));
        return this;
    }

    public CustomerPlace Catalog()
    {
        TaskCatalogImport.FromFile(Store, Sample("task-catalog.csv"), new FileImportOptions());
        return this;
    }

    /// <summary>Enters one, and says what became of it.</summary>
    public TaskProgress Add(NewTaskProgress progress, bool create = false) =>
        TaskProgresses.Add(Store, [progress], create).Single() is var result && result.Error is { } error ? throw error : result.Result!;

    public TaskProgress Set(string id, TaskProgressUpdate update) => TaskProgresses.Set(Store, id, update);

    public IReadOnlyList<TaskProgress> List(TaskProgressQuery? query = null) => [.. TaskProgresses.List(Store, query ?? new TaskProgressQuery())];

    public TaskImportSummary Import(string path, bool create = true, bool skip = false, string? rejects = null, bool whatIf = false) =>
        TaskProgressImport.FromFile(
            Store, path, new TaskProgressImportOptions { CreateCustomers = create, SkipInvalid = skip, RejectPath = rejects, WhatIf = whatIf });

    public TaskImportSummary ImportText(string csv, bool create = true, bool skip = false) => Import(Write("progress.csv", csv), create, skip);

    private static string Here([CallerFilePath] string here = "") => here;

    public void Dispose() => test.Dispose();
}
