using System.Diagnostics;
using Progress.Doubles;
using Progress.Sync.Twenty;

namespace Progress.Tests;

/// <summary>A workspace of Twenty behind a real socket, and machines that are to be connected with it.</summary>
internal sealed class SyncPlace : IDouble, IDisposable
{
    public const string Key = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQ5MDAwMDAwMDB9.the-key-of-the-workspace";

    private readonly Lock gate = new();
    private readonly DoubleServer server;
    private Process? doomed;
    private int left;
    private bool isAfter;

    public SyncPlace(int seed = 1)
    {
        Twenty = new TwentyDouble(seed: seed);
        Twenty.AcceptKey(Key);
        Twenty.DefineObject(
            TwentyField.Singular, TwentyField.Plural, [.. TwentyField.All.Where(f => f.Name != "name").Select(f => (f.Name, Enum.Parse<FieldType>(f.Type)))]);
        server = new DoubleServer(this);
    }

    public TwentyDouble Twenty { get; }

    public string Address => server.Address.AbsoluteUri;

    /// <summary>A machine whose commands have the key; not connected yet.</summary>
    public Workplace Machine()
    {
        var machine = new Workplace();
        machine.Variables["TWENTY_API_KEY"] = Key;
        return machine;
    }

    /// <summary>Connects, with a limit that nobody reaches.</summary>
    public static string[] Connect(string address) =>
        ["connect", "twenty", "--provider", "twenty", "--uri", address, "--api-key-variable", "TWENTY_API_KEY", "--per-minute", "6000"];

    /// <summary>A network that does what networks do.</summary>
    /// <param name="isThrottled">Whether a request is refused as one too many, which costs a pause of ten seconds.</param>
    public void Faults(bool isThrottled)
    {
        Twenty.Faults.Sometimes(0.08, Fault.DropAfter, r => r.Method != "GET");
        Twenty.Faults.Sometimes(0.05, Fault.ErrorAfter, r => r.Method != "GET");
        Twenty.Faults.Sometimes(0.02, Fault.Drop);
        Twenty.Faults.Sometimes(0.02, Fault.Empty500);
        if (isThrottled) Twenty.Faults.Next(Fault.Throttle(ThrottleForm.Status429), r => r.Method != "GET");
    }

    /// <summary>The process dies at a request, before or after that is carried out.</summary>
    public void KillAt(Process process, int request, bool isAfter)
    {
        lock (gate) (doomed, left, this.isAfter) = (process, request, isAfter);
    }

    public void KillNobody()
    {
        lock (gate) doomed = null;
    }

    public DoubleResponse Handle(DoubleRequest request)
    {
        lock (gate)
        {
            var dies = doomed is not null && --left == 0;
            if (dies && !isAfter)
            {
                doomed!.Kill();
                return DoubleResponse.Empty(0) with { Delivery = Delivery.Nothing };
            }

            var response = Twenty.Handle(request);
            if (dies) doomed!.Kill();
            return response;
        }
    }

    public void Dispose() => server.Dispose();
}
