using System.Text.Json.Nodes;
using Progress.Reps;
using Progress.Store;

namespace Progress.Sync;

/// <summary>Takes in what the academy knows of each rep who is mapped to it. An answer that shrank removes nothing.</summary>
internal sealed class PullTraining : ISyncFlow
{
    public string Name => "training";

    public bool IsPush => false;

    public void Run(SyncPass pass)
    {
        var reps = Mapped(pass.Store);
        if (reps.Count == 0) pass.Say("No rep is mapped to the academy: Set-Rep -RedHawkId maps one.");
        foreach (var rep in reps)
        {
            pass.Report("training", pass.Pulled, reps.Count);
            try
            {
                foreach (var record in pass.Provider.Read(EntityNames.Training, [rep.RedHawk!], pass.Cancel)) Take(pass, rep, record);
            }
            catch (RemoteException fault) when (!fault.EndsPass)
            {
                pass.Fail(fault.Fault.ToString(), $"{rep.DisplayName}: {fault.Message}");
            }
        }
    }

    public IEnumerable<SyncPlanStep> Plan(ProgressStore store, string connection, ProviderTraits traits, SyncRequest request)
    {
        var reps = Mapped(store).Count;
        yield return new SyncPlanStep(connection, "read modules, certifications and battles", SyncDirection.Pull, reps, 3L * reps, 0);
    }

    private static List<RepEntry> Mapped(ProgressStore store) => [.. RepRegister.Load(store).Active.Where(r => !string.IsNullOrEmpty(r.RedHawk))];

    private static void Take(SyncPass pass, RepEntry rep, RemoteRecord record)
    {
        var learnt = pass.Change(change =>
        {
            var adoption = new AcademyAdoption(change, rep, pass.Switches);
            var count = adoption.Adopt(record.Fields, pass.Cancel);
            if (count == 0) change.TakeBack();
            return count;
        });
        if (learnt > 0) pass.Pulled++;
    }
}
