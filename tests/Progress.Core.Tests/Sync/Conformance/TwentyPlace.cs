using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;
using Progress.Sync.Twenty;

namespace Progress.Tests;

/// <summary>A Twenty workspace with three members, our object and a record of each.</summary>
internal sealed class TwentyPlace : RemotePlace
{
    public const string Secret = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3OTAwMDAwMDB9.a-secret-of-the-workspace";

    public static readonly IReadOnlyList<Guid> Members = [.. Enumerable.Range(1, 3).Select(i => Id($"member {i}"))];

    public TwentyPlace(string position = "new", bool overHttp = false, bool ready = true)
        : this(TwentySwitches.All[position], overHttp, ready) { }

    public TwentyPlace(TwentyOptions options, bool overHttp = false, bool ready = true)
        : base(clock => new TwentyDouble(options, clock), overHttp)
    {
        Twenty.AcceptKey(Secret);
        foreach (var member in Members) Twenty.AddMember(member, "Ann", $"Lee {member:N}", "Europe/Berlin");
        if (!ready) return;
        Provider.Create(default);
        foreach (var member in Members) Add(Id($"record of {member}"), member, 100);
        Settle();
        Journal.Clear();
    }

    public TwentyDouble Twenty => (TwentyDouble)Double;

    /// <summary>What further providers read because the settings name it.</summary>
    public RemoteMapping Mapping { get; set; } = RemoteMapping.None;

    public override FaultPlan Faults => Twenty.Faults;

    public override Journal Journal => Twenty.Journal;

    public override string Key => Secret;

    public override (string Entity, IReadOnlyList<string> Keys) Readable => (EntityNames.RepProgression, [.. Members.Select(m => m.ToString())]);

    public static Guid Id(string name) => NamedGuid.Create(Guid.Empty, name);

    public void Add(Guid id, Guid member, double xp) => Twenty.Put("repProgressions", id, new { workspaceMemberId = member, totalXp = xp, rev = 1 });

    public void Trash(Guid id) => Twenty.Put("repProgressions", id, new { deletedAt = Clock.GetUtcNow() });

    public JsonObject? Record(Guid id) => Twenty.Record("repProgressions", id);

    /// <summary>Lets the replica catch up.</summary>
    public void Settle() => Clock.Advance(TimeSpan.FromSeconds(10));

    public WriteOutcome Write(Guid id, JsonObject fields, JsonObject? expected) =>
        Provider.Write(EntityNames.RepProgression, [new RecordWrite("", id.ToString(), fields, expected)], default)[0];

    public WriteOutcome WriteUntilAnswered(Guid id, JsonObject fields, JsonObject? expected)
    {
        while (true)
            if (Write(id, fields, expected) is { Fate: not WriteFate.Unknown } outcome) return outcome;
    }

    protected override ISyncProvider Open() => new TwentyProvider(Root, () => Secret, Gate, Clock, Host, Mapping);
}
