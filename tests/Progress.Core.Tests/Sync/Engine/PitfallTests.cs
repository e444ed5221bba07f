using System.Text.Json.Nodes;
using Progress.Doubles;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>The pitfalls of sync that the predecessors fell into; reference/progression-sources.md, §13.</summary>
public sealed class PitfallTests : IDisposable
{
    private readonly SyncWorld world = new SyncWorld().Members("Ana", "Ben");
    private readonly SyncDevice device;

    public PitfallTests()
    {
        world.RedHawk.Attach(world.Twenty, ("1", SyncWorld.Id("Ana")));
        device = world.Device("one").ConnectAcademy().Prepare();
        device.Synced();
        RepDirectory.Set(device.Store, SyncWorld.Id("Ana").ToString(), new RepUpdate(RedHawkId: "1"));
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public void P01_all_programs_show_one_total_of_a_rep()
    {
        device.Did("Ana", "referral_generated");
        device.Synced();
        world.RedHawk.PassModule("1", "module_0");
        device.SyncAcademy();
        device.Synced();

        Assert.Equal((200, 200), (device.Xp("Ana"), world.RemoteXp("Ana")));
    }

    [Fact]
    public void P02_a_field_that_the_CRM_lacks_does_not_stop_the_others()
    {
        using var seed = new SyncWorld().Members("Ana");
        seed.Twenty.DefineSeedProgressions();
        foreach (var (name, type) in new[] { ("rev", FieldType.NUMBER), ("syncState", FieldType.RAW_JSON) }) seed.Twenty.DefineField("repProgression", name, type);
        var one = seed.Device("one");
        one.Synced();
        one.Did("Ana", "deal_closed", 5);

        var result = one.Synced();

        Assert.True(one.Xp("Ana") >= 1_500);
        Assert.Equal(one.Xp("Ana"), seed.RemoteXp("Ana"));
        Assert.Contains(result.Messages, m => m.Contains("completedModules", StringComparison.Ordinal));
        Assert.Equal("closer.bronze", Assert.Single(SetText.Read(seed.Twenty.Records("repProgressions").Single()["badges"]), b => b.StartsWith("closer", StringComparison.Ordinal)));
    }

    [Fact]
    public void P03_a_pull_before_the_push_takes_nothing_back()
    {
        device.Did("Ana", "referral_generated");
        device.Synced();
        device.Did("Ana", "referral_generated");
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 7, "dnc_certified");

        device.Synced(SyncDirection.Pull);

        Assert.Equal((307, 157), (device.Xp("Ana"), world.RemoteXp("Ana")));
        device.Synced();
        Assert.Equal((307, 307), (device.Xp("Ana"), world.RemoteXp("Ana")));
    }

    [Fact]
    public void P04_what_another_adds_between_our_read_and_our_write_is_not_overwritten()
    {
        device.Did("Ana", "referral_generated");
        device.Synced();
        device.Did("Ana", "referral_generated");
        var added = 0;
        world.Twenty.Journal.Clear();
        world.OnRequest = () =>
        {
            if (added == 2 || world.Twenty.Journal.Entries.LastOrDefault() is not { Method: "GET", Path: "/rest/repProgressions" }) return;
            added++;
            world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 5);
        };

        device.Synced();

        Assert.Equal(2, added);
        Assert.Equal((310, 310), (device.Xp("Ana"), world.RemoteXp("Ana")));
        Assert.Contains(world.Twenty.Journal.Entries.GroupBy(e => e.Method), g => g.Key == "PATCH" && g.Count() >= 2);
    }

    [Theory]
    [InlineData("sdr_2")]
    [InlineData("E-2")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public void P05_a_rank_however_it_is_written_is_read_and_ours_is_written_one_way(string? rank)
    {
        device.Did("Ana", "referral_generated");
        device.Synced();
        world.Twenty.Put("repProgressions", RecordId.Of(SyncWorld.Id("Ana"), 0), new { currentRank = rank });
        device.Did("Ana", "email_sent");

        device.Synced();

        Assert.Equal(("E-1", "E-2"), (device.Progression("Ana").Rank, device.Progression("Ana").NextRank));
        Assert.Equal("E-1", (string?)Record("Ana")["currentRank"]);
    }

    [Fact]
    public void P06_rank_and_level_that_another_derives_from_XP_alone_are_not_believed()
    {
        device.Did("Ana", "email_sent");
        device.Synced();
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 8_990);
        Assert.Equal(("E-6", 91.0), ((string?)Record("Ana")["currentRank"], (double)Record("Ana")["currentLevel"]!));

        device.Synced();
        Assert.Equal(("E-1", 10, 9_000L), device.Progression("Ana") is var p ? (p.Rank, p.Level, p.TotalXp) : default);
        device.Did("Ana", "email_sent");
        device.Synced();
        Assert.Equal(("E-1", 10.0), ((string?)Record("Ana")["currentRank"], (double)Record("Ana")["currentLevel"]!));
    }

    [Theory]
    [InlineData(FaultKind.Drop)]
    [InlineData(FaultKind.TruncateAfter)]
    [InlineData(FaultKind.ErrorAfter)]
    [InlineData(FaultKind.RepeatedCursor)]
    public void P07_a_list_that_failed_is_not_an_empty_list(FaultKind kind)
    {
        device.Did("Ana", "referral_generated");
        device.Synced();
        var young = world.Device("young");
        young.Sync(SyncDirection.Pull);
        device.Did("Ana", "referral_generated");
        world.Twenty.Faults.Sometimes(1, new Fault(kind), r => r.Method == "GET" && r.Path == "/rest/repProgressions");
        world.Twenty.Journal.Clear();

        foreach (var one in new[] { device, young }) one.Sync();

        Assert.DoesNotContain(world.Twenty.Journal.Entries, e => e.Method == "POST");
        world.Twenty.Faults.Clear();
        device.Synced();
        Assert.Single(world.Twenty.Records("repProgressions"), r => (string?)r["workspaceMemberId"] == SyncWorld.Id("Ana").ToString());
    }

    [Fact]
    public void P08_a_rep_beyond_the_first_page_gets_no_second_record()
    {
        var names = Enumerable.Range(0, 150).Select(i => $"Rep{i:000}").ToArray();
        using var team = new SyncWorld(new TwentyOptions { MaxLimit = 60 }).Members(names);
        var (one, two) = (team.Device("one").Prepare(), team.Device("two"));
        one.Synced();
        two.Synced();
        foreach (var name in names)
        {
            one.Did(name, "email_sent");
            two.Did(name, "email_sent");
        }

        one.Synced();
        two.Synced();
        one.Synced();

        Assert.Equal(150, team.Twenty.Records("repProgressions").Count);
        Assert.All(names, name => Assert.Equal((20, 20, 20), (team.RemoteXp(name), one.Xp(name), two.Xp(name))));
    }

    [Fact]
    public void P09_an_id_of_the_academy_is_never_taken_for_a_member()
    {
        device.Did("Ana", "referral_generated");
        device.Synced();
        world.Twenty.Put("repProgressions", Guid.NewGuid(), new { workspaceMemberId = (string?)null, name = "1", totalXp = 900 });
        world.RedHawk.PassModule("2", "module_0");

        device.SyncAcademy();
        var result = device.Sync();

        Assert.Contains(result.Messages, m => m.Contains("workspaceMemberId", StringComparison.Ordinal));
        Assert.Equal(2, RepDirectory.List(device.Store).Count);
        Assert.Equal((150, 0), (device.Xp("Ana"), device.Xp("Ben")));
        Assert.All(world.RedHawk.Journal.Entries.Where(e => !e.Path.EndsWith("/health")), e => Assert.EndsWith("/1", e.Path));
    }

    [Fact]
    public void P10_what_one_rep_did_is_never_anothers()
    {
        device.Did("Ana", "referral_generated");
        device.Did("Ben", "email_sent");
        device.Synced();
        var young = world.Device("young");
        young.Synced();

        foreach (var one in new[] { device, young }) Assert.Equal((150, 10), (one.Xp("Ana"), one.Xp("Ben")));
        Assert.Equal((150, 10), (world.RemoteXp("Ana"), world.RemoteXp("Ben")));
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("deal")]
    [InlineData("undo")]
    [InlineData("module")]
    [InlineData("exam")]
    [InlineData("certification")]
    [InlineData("boss")]
    [InlineData("battle")]
    [InlineData("name")]
    [InlineData("call")]
    public void P11_every_change_of_a_rep_waits_to_be_sent(string change)
    {
        device.Did("Ana", "deal_closed", id: "a deal");
        device.Synced();
        Assert.Equal(0, CrmSyncStatuses.Get(device.Store, world.Host, "twenty").Single().Pending);

        Change(change);

        Assert.Equal(1, CrmSyncStatuses.Get(device.Store, world.Host, "twenty").Single().Pending);
        var before = Record("Ana").ToJsonString();
        device.Synced();
        if (change is not ("call" or "battle")) Assert.NotEqual(before, Record("Ana").ToJsonString());
    }

    [Fact]
    public void P12_badges_of_both_sides_are_kept_on_both()
    {
        device.Did("Ana", "email_sent");
        device.Synced();
        device.Did("Ana", "deal_closed", 5);
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 5, "dnc_certified");

        device.Synced();

        Assert.Superset(new HashSet<string> { "closer.bronze", "dnc_certified" }, device.Progression("Ana").Badges.ToHashSet());
        Assert.Superset(new HashSet<string> { "closer.bronze", "dnc_certified" }, SetText.Read(Record("Ana")["badges"]).ToHashSet());
    }

    [Fact]
    public void P13_a_queue_that_cannot_be_sent_does_not_grow_and_drains_when_it_can()
    {
        world.Twenty.Faults.Down = true;
        for (var i = 0; i < 20; i++)
        {
            device.Did("Ana", "email_sent");
            Assert.Equal((SyncOutcome.Failed, 1), device.Sync() is var r ? (r.Status, r.Pending) : default);
        }

        world.Twenty.Faults.Down = false;
        Assert.Equal((1, 0), device.Synced() is var sent ? (sent.Created, sent.Pending) : default);
        Assert.Equal(200, world.RemoteXp("Ana"));
    }

    [Fact]
    public void P14_many_changes_of_a_rep_are_one_write()
    {
        device.Did("Ana", "email_sent");
        device.Synced();
        for (var i = 0; i < 30; i++) device.Did("Ana", "email_sent");
        world.Twenty.Journal.Clear();

        device.Synced(SyncDirection.Push);

        Assert.Equal(["GET", "PATCH"], world.Twenty.Journal.Entries.Where(e => e.Path.EndsWith("/repProgressions")).Select(e => e.Method));
        Assert.Equal(310, world.RemoteXp("Ana"));
    }

    [Theory]
    [InlineData("badges", "[broken")]
    [InlineData("badges", "{\"a\"")]
    [InlineData("activeDays", "[\"yesterday\"]")]
    [InlineData("promotions", "E-7")]
    [InlineData("syncState", "[1,2]")]
    [InlineData("efficiency", "?")]
    public void P16_a_malformed_field_stops_neither_its_record_nor_the_others(string field, string text)
    {
        using var other = new SyncWorld().Members("Ana", "Ben");
        var fields = new[] { "badges", "activeDays", "promotions", "syncState", "efficiency", "workspaceMemberId", "currentRank", "completedModules", "certifications", "defeatedBosses", "passedExams" };
        other.Twenty.DefineObject("repProgression", "repProgressions", [
            .. fields.Select(f => (f, FieldType.TEXT)), .. new[] { "totalXp", "currentLevel", "closedDeals", "streakDays", "rev" }.Select(f => (f, FieldType.NUMBER))]);
        var one = other.Device("one");
        one.Synced();
        foreach (var rep in new[] { "Ana", "Ben" }) one.Did(rep, "referral_generated");
        one.Synced();
        other.Twenty.Put("repProgressions", RecordId.Of(SyncWorld.Id("Ana"), 0), new JsonObject { [field] = text });
        foreach (var rep in new[] { "Ana", "Ben" }) one.Did(rep, "referral_generated");

        one.Synced();
        one.Synced();

        foreach (var rep in new[] { "Ana", "Ben" }) Assert.Equal((rep, 300, 300), (rep, one.Xp(rep), other.RemoteXp(rep)));
        Assert.Equal("E-1", one.Progression("Ana").Rank);
    }

    [Fact]
    public void P17_the_key_is_read_when_it_is_needed()
    {
        world.Key = null;
        Assert.Equal(SyncOutcome.Failed, device.Sync().Status);
        world.Key = SyncWorld.Secret;
        device.Synced();
        var another = world.Twenty.Key();
        world.Twenty.RevokeKey(SyncWorld.Secret);
        world.Key = another;
        device.Synced();
    }

    [Fact]
    public void P18_the_key_is_kept_nowhere_only_where_it_comes_from()
    {
        var settings = string.Join('\n', Directory.EnumerateFiles(device.Folder, "*.json").Select(File.ReadAllText));
        Assert.Contains("TWENTY_API_KEY", settings);
        Assert.DoesNotContain("eyJ", settings);
    }

    [Fact]
    public void P19_a_boss_is_paid_once_on_whichever_device_it_was_entered()
    {
        var two = world.Device("two");
        two.Synced();
        foreach (var one in new[] { device, two, device }) one.Achieved("Ana", AchievementKind.Boss, "redhawk");
        var paid = device.Xp("Ana");
        foreach (var one in new[] { device, two, device, two }) one.Synced();

        Assert.Equal((paid, paid, paid), (device.Xp("Ana"), two.Xp("Ana"), world.RemoteXp("Ana")));
        Assert.Equal(["redhawk"], SetText.Read(Record("Ana")["defeatedBosses"]));
    }

    [Fact]
    public void P20_a_module_is_paid_once_however_often_and_wherever_it_is_passed()
    {
        var two = world.Device("two");
        two.Synced();
        foreach (var one in new[] { device, two, device, two })
        {
            one.Achieved("Ana", AchievementKind.Module, "module_0", 0.9);
            one.Synced();
        }

        device.Synced();
        Assert.Equal((50, 50, 50), (device.Xp("Ana"), two.Xp("Ana"), world.RemoteXp("Ana")));
    }

    [Fact]
    public void P21_the_academys_own_XP_is_not_added_to_what_it_paid_in_the_CRM()
    {
        world.RedHawk.PassModule("1", "module_0");
        world.RedHawk.Battle("1", 2, "win");
        var paid = world.RemoteXp("Ana");
        Assert.True(paid > 0);
        for (var i = 0; i < 3; i++)
        {
            device.SyncAcademy();
            device.Synced();
        }

        Assert.Equal((paid, paid), (device.Xp("Ana"), world.RemoteXp("Ana")));
        Assert.Equal(["module_0"], device.Progression("Ana").Modules);
    }

    [Fact]
    public void P21_where_the_academy_pays_nothing_its_facts_are_paid_here_once()
    {
        world.RedHawk.Pays = null;
        device.Set("redhawk.paysXp", "false");
        world.RedHawk.PassModule("1", "module_0");
        for (var i = 0; i < 3; i++)
        {
            device.SyncAcademy();
            device.Synced();
            world.RedHawk.PassModule("1", "module_0");
        }

        Assert.Equal((50, 50), (device.Xp("Ana"), world.RemoteXp("Ana")));
    }

    [Fact]
    public void P23_either_word_for_a_won_battle_counts_and_a_total_that_is_none_is_nothing()
    {
        device.Did("Ana", "email_sent");
        device.Synced();
        world.RedHawk.Pays = null;
        world.RedHawk.Battle("1", 1, "win");
        world.RedHawk.Battle("1", 1, "lose");
        device.SyncAcademy();
        Assert.Equal(
            ["lose", "win"],
            RepAchievements.List(device.Store, [SyncWorld.Id("Ana").ToString()]).Where(a => a.Kind == AchievementKind.Battle).Select(a => a.Outcome).Order());

        world.Twenty.Put("repProgressions", RecordId.Of(SyncWorld.Id("Ben"), 0), new { workspaceMemberId = SyncWorld.Id("Ben"), totalXp = (double?)null });
        device.Did("Ben", "email_sent");
        device.Synced();
        Assert.Equal((10, 10), (device.Xp("Ben"), world.RemoteXp("Ben")));
    }

    [Theory]
    [InlineData(0.5, true, true)]
    [InlineData(0.99, false, false)]
    public void P24_passed_counts_as_passed_and_a_score_alone_does_not(double score, bool passed, bool counts)
    {
        world.RedHawk.Certify("1", "operative", score, passed);
        device.SyncAcademy();
        var p = device.Progression("Ana");
        Assert.Equal(counts ? 1 : 0, p.Exams.Count + p.Certifications.Count);
    }

    [Fact]
    public void P25_a_random_score_pays_no_bonus()
    {
        world.RedHawk.Pays = null;
        device.Set("redhawk.paysXp", "false");
        foreach (var module in new[] { "module_0", "module_1", "module_2" }) world.RedHawk.PassModule("1", module);
        for (var i = 0; i < 5; i++) device.SyncAcademy();

        var facts = RepLedger.Read(device.Store, [SyncWorld.Id("Ana").ToString()]).ToList();
        Assert.Equal(3, facts.Count(f => f.Xp > 0));
        Assert.DoesNotContain(facts, f => f.Source.Contains("elite", StringComparison.Ordinal));
    }

    [Fact]
    public void P26_an_academy_that_was_restarted_takes_nothing_away()
    {
        world.RedHawk.PassModule("1", "module_0");
        world.RedHawk.Certify("1", "operative");
        world.RedHawk.Battle("1", 1, "win");
        device.SyncAcademy();
        device.Synced();
        var before = device.Progression("Ana");
        world.RedHawk.Restart();

        device.SyncAcademy();
        device.Synced();

        var after = device.Progression("Ana");
        Assert.Equal((before.TotalXp, string.Join(',', before.Modules), string.Join(',', before.Exams)), (after.TotalXp, string.Join(',', after.Modules), string.Join(',', after.Exams)));
        Assert.Equal(["module_0"], SetText.Read(Record("Ana")["completedModules"]));
        device.AssertSound();
    }

    [Fact]
    public void P27_what_is_shown_is_what_the_ledger_adds_up_to()
    {
        device.Did("Ana", "deal_closed", 5);
        device.Synced();
        world.Twenty.OtherWriter.AddXp(SyncWorld.Id("Ana"), 33);
        world.Note("Ana", "Call - CONTACT | 3:00 | Zoe", "2026-09-30T10:00:00");
        device.Synced();

        Assert.Equal(device.Xp("Ana"), RepLedger.Read(device.Store, [SyncWorld.Id("Ana").ToString()]).Sum(f => f.Xp));
        Assert.Equal(device.Xp("Ana"), world.RemoteXp("Ana"));
    }

    [Fact]
    public void P39_badges_and_certifications_of_the_academy_appear_here()
    {
        device.Did("Ana", "email_sent");
        device.Synced();
        world.RedHawk.PassModule("1", "module_0", "academy_star");
        world.RedHawk.Certify("1", "leadership", badge: "leader_gold");

        device.SyncAcademy();
        device.Synced();

        Assert.Superset(new HashSet<string> { "academy_star", "leader_gold" }, device.Progression("Ana").Badges.ToHashSet());
        Assert.Contains("leadership", device.Progression("Ana").Certifications);
        Assert.Superset(new HashSet<string> { "academy_star", "leader_gold" }, SetText.Read(Record("Ana")["badges"]).ToHashSet());
        Assert.Contains("leadership", SetText.Read(Record("Ana")["certifications"]));
    }

    [Fact]
    public void P41_bosses_and_exams_can_be_verified_elsewhere()
    {
        device.Achieved("Ana", AchievementKind.Boss, "redhawk");
        device.Achieved("Ana", AchievementKind.Exam, "operative", 0.9);
        device.Synced();
        var young = world.Device("young");
        young.Synced();

        Assert.Equal(["redhawk"], young.Progression("Ana").Bosses);
        Assert.Single(young.Progression("Ana").Exams);
        Assert.Equal(device.Progression("Ana").Exams, young.Progression("Ana").Exams);
    }

    private void Change(string change)
    {
        var ana = SyncWorld.Id("Ana").ToString();
        switch (change)
        {
            case "activity": device.Did("Ana", "email_sent"); break;
            case "deal": device.Did("Ana", "deal_closed"); break;
            case "undo": RepActivities.Undo(device.Store, "a deal"); break;
            case "module": device.Achieved("Ana", AchievementKind.Module, "module_0", 0.9); break;
            case "exam": device.Achieved("Ana", AchievementKind.Exam, "operative", 0.9); break;
            case "certification": device.Achieved("Ana", AchievementKind.Certification, "leadership"); break;
            case "boss": device.Achieved("Ana", AchievementKind.Boss, "redhawk"); break;
            case "battle": Assert.Null(RepAchievements.Add(device.Store, [new NewAchievement(ana, AchievementKind.Battle, "b1", null, 1, "win")]).Single().Error); break;
            case "name": RepDirectory.Set(device.Store, ana, new RepUpdate(Name: "Ana Maria")); break;
            default: CallImport.FromNotes(device.Store, [new SourceNote(1, SyncWorld.Id("n").ToString(), "Call - NO_ANSWER | 0:31 | Zoe", "2026-09-30T10:00:00Z", null, ana)], new ImportOptions()); break;
        }
    }

    private JsonObject Record(string rep) => world.Twenty.Records("repProgressions").Single(r => (string?)r["workspaceMemberId"] == SyncWorld.Id(rep).ToString());
}
