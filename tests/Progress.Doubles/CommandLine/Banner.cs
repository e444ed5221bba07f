using Progress.Doubles.Airtable;

namespace Progress.Doubles;

/// <summary>What a started double says about itself.</summary>
internal static class Banner
{
    public static string Twenty(Uri address, string key) => $"""
        Twenty   {address}
        Key      export TWENTY_API_KEY={key}
                 $env:TWENTY_API_KEY = '{key}'
        Try      curl -H "Authorization: Bearer $TWENTY_API_KEY" "{address}rest/notes?limit=2&depth=0"
        Serves   /rest/<objects>, /rest/batch/<objects>, /graphql, /rest/metadata/objects, /rest/metadata/fields, /metadata,
                 /rest/open-api/core, /client-config
        Apart from the imitated API:
        {TwentyControl.Usage}

        """;

    public static string RedHawk(Uri address) => $"""
        RedHawk  {address}   (also under /api/redhawk; no key)
        Try      curl "{address}progress/3"
        Serves   /health, /modules, /cert/<repId>, /progress/<repId>, /battle/stats/<repId>
        Apart from the imitated API:
        {RedHawkControl.Usage}

        """;

    public static string Airtable(Uri address, string token) => $"""
        Airtable {address}   base {SampleBase.Id}
        Token    export AIRTABLE_API_KEY={token}
                 $env:AIRTABLE_API_KEY = '{token}'
        Try      curl -H "Authorization: Bearer $AIRTABLE_API_KEY" "{address}v0/meta/bases/{SampleBase.Id}/tables"
        Serves   /v0/<base>/<table>, /v0/<base>/<table>/listRecords, /v0/<base>/<table>/<record>, /v0/meta/whoami, /v0/meta/bases,
                 /v0/meta/bases/<base>/tables, /v0/meta/bases/<base>/tables/<table>/fields
        Apart from the imitated API:
        {AirtableControl.Usage}

        """;
}
