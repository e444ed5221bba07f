using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Progress.Doubles;

namespace Progress.Bench;

/// <summary>A Twenty workspace in a process of its own, so that what it takes is not counted as ours.</summary>
internal sealed class TwentyHost : IDisposable
{
    public const string Key = "the-key-of-the-bench";

    private readonly Process process;

    private TwentyHost(Process process) => (this.process, Address) = (process, process.StandardOutput.ReadLine()!);

    public string Address { get; }

    /// <summary>Starts one with so many call notes and reps.</summary>
    public static TwentyHost Start(int notes, int reps)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["twenty", $"{notes}", $"{reps}"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new TwentyHost(Process.Start(start)!);
    }

    /// <summary>Writes the requests since the last time to a file.</summary>
    public void Record(string path)
    {
        process.StandardInput.WriteLine(path);
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>The process: says its address, then writes its journal to each path that it is told.</summary>
    public static void Serve(int notes, int reps)
    {
        var twenty = new TwentyDouble();
        twenty.AcceptKey(Key);
        foreach (var member in NoteFile.Members(reps)) twenty.AddMember(member, "Rep", $"{member}"[..8], "UTC");
        foreach (var note in NoteFile.Notes(notes, reps, 90)) twenty.AddNote(note.Id, note.Title, note.At, note.Member, note.At);
        twenty.Journal.Keeps = false;
        var recorder = new Recorder(twenty);
        using var server = new DoubleServer(recorder);
        Console.WriteLine(server.Address);
        while (Console.ReadLine() is { } path)
        {
            recorder.Write(path);
            Console.WriteLine("done");
        }
    }

    /// <summary>Keeps requests, and answers a page of notes again as before: what is measured is who reads it, not how the double finds it.</summary>
    private sealed class Recorder(TwentyDouble twenty) : IDouble
    {
        private readonly Lock gate = new();
        private readonly Dictionary<string, DoubleResponse> pages = [];
        private readonly List<Recorded> seen = [];

        public DoubleResponse Handle(DoubleRequest request)
        {
            lock (gate)
            {
                seen.Add(new Recorded(request.Method, request.Path, request.Query, Encoding.UTF8.GetString(request.Body)));
                if (request.Path != "/rest/notes" || request.Method != "GET") return twenty.Handle(request);
                if (!pages.TryGetValue(request.Query, out var page)) pages[request.Query] = page = twenty.Handle(request);
                return page;
            }
        }

        public void Write(string path)
        {
            lock (gate)
            {
                File.WriteAllLines(path, seen.Select(r => JsonSerializer.Serialize(r)));
                seen.Clear();
            }
        }
    }
}

/// <summary>A request to be sent again.</summary>
internal sealed record Recorded(string Method, string Path, string Query, string Body);
