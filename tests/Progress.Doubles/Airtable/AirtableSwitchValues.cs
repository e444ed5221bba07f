namespace Progress.Doubles.Airtable;

/// <summary>How a record that is not there is refused.</summary>
public enum MissingRecord
{
    Status403,
    Status404,
    Status422,
}

public enum BodyStatus
{
    Status400,
    Status422,
}

public enum LongUrl
{
    Status414,
    Status413,
    Status422,
}

/// <summary>The body of a 404.</summary>
public enum NotFoundForm
{
    /// <summary><c>{"error":"NOT_FOUND"}</c></summary>
    Text,

    /// <summary><c>{"error":{"type":"NOT_FOUND"}}</c></summary>
    Type,
}

/// <summary>The body of a 429.</summary>
public enum RateLimitEnvelope
{
    /// <summary><c>{"error":{"type":"…","message":"…"}}</c></summary>
    Object,

    /// <summary><c>{"errors":[{"error":"…","message":"…"}]}</c></summary>
    Array,
}

/// <summary>What happens when the calls of the month are used up.</summary>
public enum MonthlyCap
{
    /// <summary>Data routes answer 429; those of the schema go on.</summary>
    Hard,

    /// <summary>The base takes two requests a second.</summary>
    TwoPerSecond,
}

/// <summary>Two records of one upsert with the same key, which no record has yet.</summary>
public enum SameNewKey
{
    CreatesBoth,
    UpdatesFirst,
    Refused,
}

/// <summary>The type of the refusal where a key of an upsert has several records.</summary>
public enum SeveralMatches
{
    InvalidRecords,
    InvalidRequest,
}

/// <summary>What <c>{fld…}</c> in a formula is.</summary>
public enum FieldIdsInFormulas
{
    /// <summary>The field.</summary>
    Field,

    /// <summary>The field where the request says returnFieldsByFieldId; nothing matches elsewhere.</summary>
    FieldWhenReturnedById,

    /// <summary>Nothing matches.</summary>
    NoMatch,

    /// <summary>An unknown field name.</summary>
    Unknown,
}

/// <summary>What the pages of a list see of rows that change meanwhile.</summary>
public enum Paging
{
    /// <summary>The rows of the first page's moment, as far as they are still there.</summary>
    Snapshot,

    /// <summary>Rows that match no more are left out; rows that changed come at the end, once more where they came already.</summary>
    Live,
}
