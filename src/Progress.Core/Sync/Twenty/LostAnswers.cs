namespace Progress.Sync.Twenty;

/// <summary>Whether writing goes on after an answer was lost: after one it does; after two in a row the way is down, and each more would wait as long.</summary>
internal sealed class LostAnswers
{
    private bool last;

    public void Came() => last = false;

    public bool MayGoOn(RemoteException fault)
    {
        if (!fault.MayHaveBeenDone || last) return false;
        last = true;
        return true;
    }
}
