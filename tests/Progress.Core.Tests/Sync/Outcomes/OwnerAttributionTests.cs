using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests.Sync;

/// <summary>Spec, chapter 50, "Calls": from the linked person's owner where the setting says so, else Unattributed.</summary>
public sealed class OwnerAttributionTests
{
    private const string Title = "Call - NO_ANSWER | 0:12 | Zoe";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_call_that_names_nobody_belongs_to_the_owner_of_its_person(bool morph)
    {
        using var world = World(morph);
        Note(world, "by Ana herself", author: "Ana", person: "Zoe", morph: morph);
        Note(world, "by a program", person: "Zoe", morph: morph);
        Note(world, "of a person without owner", person: "Max", morph: morph);
        Note(world, "of no person");
        var device = Device(world, "one", "ownerId");

        device.Synced();

        Assert.Equal(
            ["by Ana herself: Ana Lee", "by a program: Ben Lee", "of a person without owner: ", "of no person: "],
            CallNotes.List(device.Store).Select(c => $"{c.Lead}: {c.Name}").Order(StringComparer.Ordinal));
        Assert.Equal((27, 27), (world.RemoteXp("Ana"), world.RemoteXp("Ben")));
    }

    [Fact]
    public void Without_the_setting_persons_are_not_asked()
    {
        using var world = World(morph: false);
        Note(world, "by a program", person: "Zoe");
        var device = world.Device("one").Prepare();

        device.Synced();

        Assert.Equal(0, world.RemoteXp("Ben"));
        Assert.DoesNotContain(world.Twenty.Journal.Entries, e => e.Path.Contains("people") || e.Path.Contains("noteTargets"));
    }

    [Fact]
    public void Of_many_notes_sixty_are_asked_in_a_call()
    {
        using var world = World(morph: false);
        foreach (var i in Enumerable.Range(0, 150)) Note(world, $"call {i}", person: "Zoe");
        var device = Device(world, "one", "ownerId");

        device.Synced();

        Assert.Equal((150 * 2) + 25, world.RemoteXp("Ben"));
        var reads = world.Twenty.Journal.Entries.Where(e => e.Method == "GET").ToList();
        Assert.Equal((3, 1), (reads.Count(e => e.Path == "/rest/noteTargets"), reads.Count(e => e.Path == "/rest/people")));
    }

    [Theory]
    [InlineData("keeperId", "people have no field keeperId, the owner of a person")]
    [InlineData("city", null)]
    [InlineData("companyId", null)]
    public void A_field_that_names_no_member_gives_calls_to_nobody_and_one_that_is_not_there_is_told(string field, string? message)
    {
        using var world = World(morph: false);
        Note(world, "by a program", person: "Zoe");
        world.Twenty.Put("people", SyncWorld.Id("Zoe"), new { city = "Bonn", companyId = SyncWorld.Id("Acme") });
        var device = Device(world, "one", field);

        var result = device.Sync();

        Assert.Equal(0, world.RemoteXp("Ben"));
        Assert.Equal(message is null ? SyncOutcome.Done : SyncOutcome.Partly, result.Status);
        Assert.Equal(message is not null, result.Messages.Any(m => message is not null && m.StartsWith("call notes: At 127.0.0.1:4001 " + message)));
        Assert.Equal(2, RepRegister.Load(device.Store).All.Count());
        // Nothing was passed over: with the right name the calls are read.
        device.Set("twenty.personOwnerField", "ownerId");
        device.Sync(full: message is null);
        Assert.Equal(27, device.Xp("Ben"));
    }

    private static SyncWorld World(bool morph)
    {
        var world = new SyncWorld(new TwentyOptions { MorphTargets = morph }).Members("Ana", "Ben");
        world.Twenty.DefineField("person", "ownerId", FieldType.UUID);
        world.Twenty.Put("people", SyncWorld.Id("Zoe"), new { ownerId = SyncWorld.Id("Ben") });
        world.Twenty.Put("people", SyncWorld.Id("Max"), new { city = "Bonn" });
        return world;
    }

    private static SyncDevice Device(SyncWorld world, string name, string field)
    {
        var device = world.Device(name).Prepare();
        device.Set("twenty.personOwnerField", field);
        return device;
    }

    private static void Note(SyncWorld world, string lead, string? author = null, string? person = null, bool morph = false)
    {
        var id = SyncWorld.Id(lead);
        world.Twenty.AddNote(id, Title.Replace("Zoe", lead), new DateTimeOffset(2026, 9, 30, 10, 0, 0, TimeSpan.Zero), author is null ? null : SyncWorld.Id(author));
        if (person is null) return;
        var target = SyncWorld.Id($"{lead} → {person}");
        if (morph) world.Twenty.Put("noteTargets", target, new { noteId = id, targetPersonId = SyncWorld.Id(person) });
        else world.Twenty.Put("noteTargets", target, new { noteId = id, personId = SyncWorld.Id(person) });
    }
}
