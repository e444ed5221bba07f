using Progress.Doubles;

namespace Progress.Tests;

/// <summary>Positions of the Twenty double's switches: each alone, and those of releases that had several at once.</summary>
internal static class TwentySwitches
{
    private static readonly TwentyOptions New = new();

    public static IReadOnlyDictionary<string, TwentyOptions> All { get; } = new Dictionary<string, TwentyOptions>
    {
        ["new"] = New,
        ["legacy metadata"] = New with { MetadataFormat = MetadataFormat.Legacy },
        ["missing record is 400"] = New with { MissingRecordStatus = 400 },
        ["no REST update-many"] = New with { RestUpdateMany = false },
        ["empty filter updates all"] = New with { EmptyFilterUpdatesAll = true },
        ["throttled with 429"] = New with { Throttle = ThrottleForm.Status429, Limit = 12 },
        ["throttled with 400"] = New with { Throttle = ThrottleForm.Status400, Limit = 12 },
        ["throttled in GraphQL"] = New with { Throttle = ThrottleForm.GraphQl, Limit = 1, RestUpdateMany = false },
        ["throttled with headers"] = New with { Throttle = ThrottleForm.V2Headers, Limit = 12 },
        ["quota"] = New with { Throttle = ThrottleForm.Status402, Limit = 500 },
        ["pages of 60"] = New with { MaxLimit = 60 },
        ["microseconds"] = New with { DateTimeGranularity = DateTimeGranularity.Us },
        ["empty text"] = New with { EmptyText = EmptyText.Empty },
        ["no total"] = New with { TotalCountNull = true },
        ["replica lags"] = New with { ReplicaLagMs = 2_000 },
        ["answers lost"] = New with { DropAfterCommit = 3 },
        ["metadata late"] = New with { MetadataDelayMs = 10_000 },
        ["metadata empty 500"] = New with { Empty500 = true },
        ["batch under plural"] = New with { BatchKeyPlural = true },
        ["no GraphQL"] = New with { GraphQl = false },
        ["no batches"] = New with { RestBatch = false },
        ["no upsert"] = New with { RestUpsert = false },
        ["morph targets"] = New with { MorphTargets = true },
        ["old duplicate"] = New with { OldDuplicateText = true },
        ["old"] = New with
        {
            AppVersion = "1.3.1", MetadataFormat = MetadataFormat.Legacy, MissingRecordStatus = 400, RestUpdateMany = false, MaxLimit = 60,
            DateTimeGranularity = DateTimeGranularity.Us, EmptyText = EmptyText.Empty, RestUpsert = false, OldDuplicateText = true,
        },
        ["middle"] = New with
        {
            AppVersion = "2.1.0", EmptyFilterUpdatesAll = true, Empty500 = true, MetadataDelayMs = 5_000, BatchKeyPlural = true,
            TotalCountNull = true, ReplicaLagMs = 1_000, Throttle = ThrottleForm.Status429, Limit = 20,
        },
        ["answers lost in GraphQL"] = New with { DropAfterCommit = 2, RestUpdateMany = false, MetadataFormat = MetadataFormat.Legacy },
        ["no condition"] = New with { RestUpdateMany = false, GraphQl = false },
    };
}
