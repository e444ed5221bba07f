namespace Progress.Sync.Twenty;

/// <summary>An object as Twenty's metadata describe it.</summary>
/// <param name="Id">Its id in the metadata.</param>
/// <param name="IsActive">Whether it is in use.</param>
/// <param name="Fields">Its fields by name.</param>
internal sealed record MetadataObject(string Id, bool IsActive, IReadOnlyDictionary<string, MetadataField> Fields);

/// <summary>A field as the metadata describe it.</summary>
internal sealed record MetadataField(string Type, bool IsActive);

/// <summary>One way to Twenty's metadata.</summary>
internal interface IMetadata
{
    /// <summary>The object of our records, or null where there is none.</summary>
    MetadataObject? Find(CancellationToken cancel);

    void CreateObject(CancellationToken cancel);

    void CreateField(string objectId, TwentyField field, CancellationToken cancel);
}
