namespace Progress.Doubles;

/// <summary>The field types of Twenty under their own names.</summary>
public enum FieldType
{
    UUID,
    TEXT,
    PHONES,
    EMAILS,
    DATE_TIME,
    DATE,
    BOOLEAN,
    NUMBER,
    NUMERIC,
    LINKS,
    CURRENCY,
    FULL_NAME,
    RATING,
    SELECT,
    MULTI_SELECT,
    RELATION,
    MORPH_RELATION,
    POSITION,
    ADDRESS,
    RAW_JSON,
    RICH_TEXT,
    RICH_TEXT_V2,
    ACTOR,
    ARRAY,
    TS_VECTOR,
    FILES,
}
