using Progress.Bench;

// progression [notes] [reps]: the table of chapter "Speed" for rep progression. work …: one piece of it, in a process of its own.
switch (args)
{
    case ["work", var what, var db, var argument]:
        Work.Run(what, db, argument);
        return 0;
    case ["progression", .. var sizes]:
        ProgressionBench.Run(sizes.Length > 0 ? int.Parse(sizes[0]) : 1_000_000, sizes.Length > 1 ? int.Parse(sizes[1]) : 1000);
        return 0;
    default:
        Console.Error.WriteLine("usage: progression [notes] [reps]");
        return 3;
}
