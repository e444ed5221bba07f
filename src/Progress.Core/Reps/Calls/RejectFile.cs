using System.Text;
using Progress.Files;

namespace Progress.Reps;

/// <summary>The rows that an import could not use, as they were read.</summary>
internal sealed class RejectFile(string path) : IDisposable
{
    private readonly OutputFile file = OutputFile.Create(path);

    /// <summary>Writes a row; of a row too long to keep, only its reason can be said.</summary>
    public void Write(NoteRow row) =>
        file.Write(Encoding.UTF8.GetBytes((row.Raw ?? $"(line {row.Problem?.Line}: {row.Problem?.Reason})") + "\n"));

    public void Complete() => file.Commit();

    public void Dispose() => file.Dispose();
}
