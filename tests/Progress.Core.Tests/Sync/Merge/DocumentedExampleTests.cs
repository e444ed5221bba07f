using System.Text.RegularExpressions;
using Progress.Reps;
using Progress.Sync;
using Xunit;

namespace Progress.Tests;

/// <summary>docs/sync.md says what the code does.</summary>
public sealed partial class DocumentedExampleTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "sync.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_invariant_is_its_first_line() => Assert.StartsWith(
        "**what we show = what the remote last told us ⊕ what we have not yet got acknowledged.** A crash, a repeat or a lost answer at any point leaves it true.\n", Text);

    [Fact]
    public void The_figures_of_its_example_are_what_the_merge_makes_of_them()
    {
        var (here, there) = (Origin.Device("here"), Origin.Device("there"));
        var read = new OriginFigures(816, 766, new Dictionary<string, long> { [here] = 50, [Origin.Notes] = 206, [Origin.Days] = 510 });
        var sent = read.Claim(new Dictionary<string, long> { [there] = 300 });
        var repeated = sent.Claim(new Dictionary<string, long> { [there] = 300 });
        var again = repeated.Claim(new Dictionary<string, long> { [Origin.Notes] = 206, [Origin.Days] = 510 });
        var later = again.Claim(new Dictionary<string, long> { [here] = 60 });

        Assert.Equal(new[] { read, sent, repeated, again, later }.Select(Row), Rows().Matches(Text).Select(m => m.Groups[1].Value.Replace("–", "0").Replace(",", "")));

        string Row(OriginFigures f) => string.Join(
            " | ", f.Foreign, f.Origins[here], f.Origins.GetValueOrDefault(there), f.Origins[Origin.Notes], f.Origins[Origin.Days], f.Claimed, f.Total);
    }

    [Fact]
    public void Every_field_stands_in_its_merge_table_under_its_policy()
    {
        foreach (var rule in ProgressionFields.Rules)
        {
            var row = Assert.Single(Text[Text.IndexOf("\n## Merge\n")..Text.IndexOf("\n## XP that adds up")].Split('\n'), line => line.StartsWith('|') && line.Contains($"`{rule.Name}`"));
            Assert.Contains(
                rule.Policy switch
                {
                    FieldPolicy.AdditiveByOrigin => "| additive by origin |", FieldPolicy.Union => "| union |", FieldPolicy.Derived => "| derived |", _ => "| remote wins |",
                },
                row);
        }
    }

    [Fact]
    public void Every_state_fault_and_conflict_is_in_its_tables()
    {
        Assert.All(Enum.GetNames<RemoteFault>().Concat(Enum.GetNames<CrmSyncState>()), name => Assert.Matches($@"(?m)^\| [^|]*`{name}`", Text));
        Assert.All(Enum.GetNames<ConflictKind>(), name => Assert.Contains($"| `{name}` |", Text));
    }

    [GeneratedRegex(@"^\| [^|]+ \| ([\d,–]+(?: \| [\d,–]+){6}) \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
