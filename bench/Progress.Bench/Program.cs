using Progress.Bench;

// progression [notes] [reps]: the table of chapter "Speed" for rep progression. sync [notes] [reps]: sync beside bare requests.
// customers [customers]: progress of customers beside SQL.
// work …, sync-work …: one piece of it, in a process of its own; twenty …: the service that is called.
switch (args)
{
    case ["work", var what, var db, var argument]:
        Work.Run(what, db, argument);
        return 0;
    case ["progression", .. var sizes]:
        ProgressionBench.Run(sizes.Length > 0 ? int.Parse(sizes[0]) : 1_000_000, sizes.Length > 1 ? int.Parse(sizes[1]) : 1000);
        return 0;
    case ["sync-work", var what, .. var arguments]:
        SyncWork.Run(what, arguments);
        return 0;
    case ["twenty", var notes, var reps]:
        TwentyHost.Serve(int.Parse(notes), int.Parse(reps));
        return 0;
    case ["sync", .. var sizes]:
        SyncBench.Run(sizes.Length > 0 ? int.Parse(sizes[0]) : 50_000, sizes.Length > 1 ? int.Parse(sizes[1]) : 500);
        return 0;
    case ["customers", .. var sizes]:
        CustomerBench.Run(sizes.Length > 0 ? int.Parse(sizes[0]) : 1000);
        return 0;
    default:
        Console.Error.WriteLine("usage: progression [notes] [reps] | sync [notes] [reps] | customers [customers]");
        return 3;
}
