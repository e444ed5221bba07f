namespace Progress.Reps;

/// <summary>Places that XP and deals come from, each of which counts once; spec, "XP that adds up on every device".</summary>
internal static class Origin
{
    /// <summary>Calls of Twenty's notes: every device that has read them has the same figure.</summary>
    public const string Notes = "notes";

    /// <summary>Awards of days: they follow from the union of active days.</summary>
    public const string Days = "days";

    /// <summary>Deals and appointments of the CRM's own records: every device that reads them has the same figure.</summary>
    public const string Crm = "crm";

    /// <summary>Deals of those that are closed no more.</summary>
    public const string UndoneCrm = "-crm";

    /// <summary>What begins so lowers the total: deals taken back by a device.</summary>
    public const char Minus = '-';

    /// <summary>What pays once, whichever device it was entered or awarded on: training, and badge tiers of our rules.</summary>
    public const string PaidPrefix = "paid:";

    public const string DevicePrefix = "dev:";

    /// <summary>What was entered by hand on a device: only that device raises it.</summary>
    public static string Device(string id) => DevicePrefix + id;

    /// <summary>What was entered on a device, and taken back.</summary>
    public static string Undone(string id) => Minus + Device(id);

    /// <summary>A fact of the ledger by its key, e.g. <c>module:module_0</c>, <c>badge:opener_elite.bronze</c>.</summary>
    public static string Paid(string key) => PaidPrefix + key;

    public static int Sign(string origin) => origin[0] == Minus ? -1 : 1;
}
