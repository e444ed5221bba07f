using Progress.Reports;

namespace Progress.Tests.Reports;

/// <summary>A report as a manager gets it, with values as the world delivers them.</summary>
internal static class SampleReport
{
    public static Report Report { get; } = new(
        "Team progress #",
        "Fictional Solar, 28 days to 2026-09-30 (UTC)",
        [
            new ReportSection("Where the team stands", [Team]),
            new ReportSection("XP by week", [Weeks, Rates, Changes]),
            new ReportSection("What to train", [Advice, Findings, new ReportTable([new("Escalation")], [])]),
        ]);

    private static ReportTable Team => new(
        [
            new("Rep", CsvName: "Name"), new("Level", ReportFormat.Number), new("XP", ReportFormat.Number, "TotalXp"),
            new("Rank"), new("Sub-30s drop", ReportFormat.Percent, "Sub30sDropRate"), new("Calls to appointments", ReportFormat.Percent, "CallToApptRate"),
            new("Badges"), new("Since", ReportFormat.Date), new("Last activity", ReportFormat.Time, "LastActivity"),
        ],
        [
            ["Tara Tanaka", 16, 31250, "E-4", 0.342, 0.0671, Badges("opener_elite.gold", "streak.silver"), new DateOnly(2026, 7, 4), Utc(30, 16, 5)],
            ["=HYPERLINK(\"http://evil.example\")", 9, 5500, "E-3", 0.5, 0.02, Badges("dials.bronze"), new DateOnly(2026, 7, 6), Utc(29, 9, 0)],
            ["<script>alert(1)</script> & Söhne", 3, 250, "E-1", 0.7125, null, Badges(), new DateOnly(2026, 9, 1), null],
            ["Ana | \"the *closer*\" `rm -rf`\nsecond line", 2, 100, "E-1", null, null, Badges(), null, null],
            ["-O'Brien_[link](x) &amp; \\ ~50~", 1, -12.345, "E-1", 1, 0, Badges("名前.bronze"), new DateOnly(2026, 9, 28), Utc(30, 7, 59)],
        ]);

    private static ReportLines Weeks => new(
        "XP earned by week", ["W32", "W33", "W34", "W35", "W36", "W37", "W38", "W39"],
        [
            new("Tara Tanaka", [1200, 1850, 1700, 2400, 2650, 2300, 3100, 3350]),
            new("<b>Kaya</b> & \"Co\"", [400, 620, null, 880, 1150, 1010, 1490, 1720]),
            new("Team median", [700, 810, 905, 1100, 1240, 1195, 1500, 1610]),
        ],
        "XP");

    private static ReportBars Rates => new(
        "Sub-30s drop against connect rate", ["Tara Tanaka", "A very long name that no chart has the room to show in full", "No data | yet"],
        [new("Sub-30s drop", [0.342, 0.5, null]), new("Connect", [0.21, 0.185, 0.08])], Format: ReportFormat.Percent);

    private static ReportBars Changes => new(
        "Appointments gained or lost", ["Tara Tanaka", "Kaya Tanaka", "Ana"], [new("Change", [7, -3, 0.5])], "a week");

    private static ReportText Advice => new(
        """
        65 of 100 calls ended within 30 seconds: train the opener (module_1), not the closer.
        # not a heading
        - not an item
        1. not a number

        > not a quote <img src=x onerror=alert(1)>
        === &copy; **plain** __plain__ `plain`
        """);

    private static ReportList Findings => new(
        ["Opener: critical, loses 4.2 appointments a week", "# not a heading", "1) not a number", "two\nlines, [no](link)", "- not nested"]);

    private static string[] Badges(params string[] badges) => badges;

    private static DateTime Utc(int day, int hour, int minute) => new(2026, 9, day, hour, minute, 0, DateTimeKind.Utc);
}
