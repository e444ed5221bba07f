namespace Progress.Doubles;

/// <content>What happens in the academy.</content>
public sealed partial class RedHawkDouble
{
    private readonly Dictionary<string, Guid> members = [];

    /// <summary>Pays XP into Twenty: member, XP, badge, module. Null pays nothing.</summary>
    public Action<Guid, double, string?, string?>? Pays { get; set; }

    /// <summary>Lets the academy write into a workspace as it does in production, user by user.</summary>
    public void Attach(TwentyDouble twenty, params (string RepId, Guid Member)[] users)
    {
        Pays = (member, xp, badge, module) => twenty.OtherWriter.AddXp(member, xp, badge, module);
        foreach (var (repId, member) in users)
            Link(repId, member);
    }

    public void Link(string repId, Guid member)
    {
        lock (gate)
            members[repId] = member;
    }

    /// <summary>
    /// The user passes a module. Its XP is paid into Twenty on every pass, retakes too; the academy's own counter
    /// rises by a flat 50.
    /// </summary>
    /// <param name="badge">The badge that Twenty gets; none by default.</param>
    public void PassModule(string repId, string moduleId, string? badge = null)
    {
        lock (gate)
        {
            var user = User(repId);
            if (!user.Modules.Contains(moduleId))
                user.Modules.Add(moduleId);
            user.Xp += 50;
            Pay(repId, AcademyModule.XpOf(moduleId), badge, moduleId);
        }
    }

    /// <param name="outcome">win, lose or abandon, as a request has it; it is kept as won, lost or abandoned.</param>
    /// <param name="score">0 to 100.</param>
    /// <returns>The id of the battle.</returns>
    public string Battle(string repId, int level, string outcome, double score = 70, string persona = "Dana Whitfield")
    {
        var kept = outcome switch
        {
            "win" => "won",
            "lose" => "lost",
            "abandon" => "abandoned",
            _ => throw new ArgumentException("An outcome is win, lose or abandon.", nameof(outcome)),
        };
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var id = $"battle_{now.ToUnixTimeMilliseconds()}_{random.GetString("0123456789abcdefghijklmnopqrstuvwxyz", 9)}";
            var xp = kept == "won" ? 100 * level : 0;
            User(repId).Add(new Battle(id, persona, level, kept, score, xp, now));
            if (xp > 0)
                Pay(repId, xp, badge: null, module: null);
            return id;
        }
    }

    /// <summary>The real server never fills certifications; a newer one might.</summary>
    /// <param name="score">0 to 1.</param>
    public void Certify(string repId, string examType, double score = 0.9, bool passed = true, string? badge = null)
    {
        lock (gate)
            User(repId).Certifications.Add(new Certification(examType, score, passed, clock.GetUtcNow(), badge));
    }

    /// <summary>Everything was in memory: it is gone.</summary>
    public void Restart()
    {
        lock (gate)
        {
            users.Clear();
            startedAt = clock.GetUtcNow();
        }
    }

    private void Pay(string repId, double xp, string? badge, string? module)
    {
        if (Pays is not null && members.TryGetValue(repId, out var member))
            Pays(member, xp, badge, module);
    }
}
