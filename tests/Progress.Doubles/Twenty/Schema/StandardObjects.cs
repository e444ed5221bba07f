using System.Collections.Immutable;

namespace Progress.Doubles;

/// <summary>
/// The objects of a fresh workspace. A field is written <c>name:TYPE</c>, the many side of a relation <c>&gt;name</c>,
/// the one side <c>&lt;name</c>.
/// </summary>
internal static class StandardObjects
{
    public static readonly ImmutableArray<FieldDefinition> Base =
        Fields("base", "id:UUID createdAt:DATE_TIME updatedAt:DATE_TIME deletedAt:DATE_TIME", isSystem: true);

    private const string CoreFields = "createdBy:ACTOR updatedBy:ACTOR position:POSITION searchVector:TS_VECTOR";

    public static ImmutableArray<ObjectDefinition> All(bool morphTargets) => morphTargets ? Morph.Value : Plain.Value;

    private static readonly Lazy<ImmutableArray<ObjectDefinition>> Plain = new(() => Build(morphTargets: false));

    private static readonly Lazy<ImmutableArray<ObjectDefinition>> Morph = new(() => Build(morphTargets: true));

    public static ImmutableArray<FieldDefinition> Fields(string owner, string text, bool isSystem = false) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Field(owner, word, isSystem))];

    private static FieldDefinition Field(string owner, string word, bool isSystem)
    {
        var relation = word[0] is '<' or '>';
        var parts = word.TrimStart('<', '>').Split(':');
        var type = relation ? FieldType.RELATION : Enum.Parse<FieldType>(parts[1]);
        return new FieldDefinition(StableId.Of($"{owner}.{parts[0]}"), parts[0], type, Label(parts[0]))
        {
            IsSystem = isSystem, HasJoinColumn = word[0] == '>', IsNullable = parts[0] != "id",
        };
    }

    private static string Label(string name) =>
        char.ToUpperInvariant(name[0]) + string.Concat(name.Skip(1).Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static ImmutableArray<ObjectDefinition> Build(bool morphTargets) =>
    [
        Core("note notes", "title:TEXT bodyV2:RICH_TEXT_V2 <noteTargets <attachments <timelineActivities"),
        Core("task tasks", "title:TEXT bodyV2:RICH_TEXT_V2 dueAt:DATE_TIME status:SELECT >assignee <taskTargets"),
        Core("person people", "name:FULL_NAME emails:EMAILS phones:PHONES jobTitle:TEXT city:TEXT avatarUrl:TEXT linkedinLink:LINKS >company <noteTargets"),
        Core("company companies", "name:TEXT domainName:LINKS address:ADDRESS employees:NUMBER idealCustomerProfile:BOOLEAN annualRecurringRevenue:CURRENCY >accountOwner <people"),
        Core("opportunity opportunities", "name:TEXT amount:CURRENCY closeDate:DATE_TIME stage:SELECT >pointOfContact >company >owner"),
        Core("workflow workflows", "name:TEXT statuses:MULTI_SELECT lastPublishedVersionId:TEXT"),
        Core("dashboard dashboards", "title:TEXT pageLayoutId:UUID"),
        System("workspaceMember workspaceMembers", "name:FULL_NAME userEmail:TEXT userId:UUID avatarUrl:TEXT locale:TEXT timeZone:TEXT dateFormat:SELECT timeFormat:SELECT numberFormat:SELECT colorScheme:TEXT calendarStartDay:NUMBER position:POSITION"),
        System("noteTarget noteTargets", morphTargets ? ">note >targetPerson >targetCompany >targetOpportunity position:POSITION" : ">note >person >company >opportunity position:POSITION"),
        System("taskTarget taskTargets", ">task >person >company >opportunity position:POSITION"),
        System("attachment attachments", "name:TEXT fullPath:TEXT type:TEXT createdBy:ACTOR >author >note >task >person >company >opportunity"),
        System("timelineActivity timelineActivities", "happensAt:DATE_TIME name:TEXT properties:RAW_JSON linkedRecordCachedName:TEXT linkedRecordId:UUID >workspaceMember >note >person >company"),
        System("favorite favorites", "position:POSITION >favoriteFolder >forWorkspaceMember >note >person >company"),
        System("favoriteFolder favoriteFolders", "name:TEXT position:POSITION"),
        System("view views", "name:TEXT objectMetadataId:UUID type:SELECT key:SELECT icon:TEXT position:POSITION isCompact:BOOLEAN"),
        System("viewField viewFields", "fieldMetadataId:UUID isVisible:BOOLEAN size:NUMBER position:POSITION >view"),
        System("viewFilter viewFilters", "fieldMetadataId:UUID operand:SELECT value:TEXT displayValue:TEXT >view"),
        System("viewFilterGroup viewFilterGroups", "logicalOperator:SELECT positionInViewFilterGroup:NUMBER >view"),
        System("viewGroup viewGroups", "fieldMetadataId:UUID isVisible:BOOLEAN fieldValue:TEXT position:POSITION >view"),
        System("viewSort viewSorts", "fieldMetadataId:UUID direction:TEXT >view"),
        System("blocklist blocklists", "handle:TEXT >workspaceMember"),
        System("connectedAccount connectedAccounts", "handle:TEXT provider:TEXT authFailedAt:DATE_TIME scopes:ARRAY >accountOwner"),
        System("messageChannel messageChannels", "handle:TEXT type:SELECT visibility:SELECT isSyncEnabled:BOOLEAN syncedAt:DATE_TIME >connectedAccount"),
        System("messageThread messageThreads", "<messages"),
        System("message messages", "headerMessageId:TEXT subject:TEXT text:TEXT receivedAt:DATE_TIME >messageThread"),
        System("messageParticipant messageParticipants", "role:SELECT handle:TEXT displayName:TEXT >message >person >workspaceMember"),
        System("messageFolder messageFolders", "name:TEXT syncCursor:TEXT >messageChannel"),
        System("messageChannelMessageAssociation messageChannelMessageAssociations", "messageExternalId:TEXT direction:SELECT >messageChannel >message"),
        System("calendarChannel calendarChannels", "handle:TEXT visibility:SELECT isSyncEnabled:BOOLEAN >connectedAccount"),
        System("calendarEvent calendarEvents", "title:TEXT isCanceled:BOOLEAN isFullDay:BOOLEAN startsAt:DATE_TIME endsAt:DATE_TIME description:TEXT location:TEXT iCalUid:TEXT"),
        System("calendarEventParticipant calendarEventParticipants", "handle:TEXT displayName:TEXT isOrganizer:BOOLEAN responseStatus:SELECT >calendarEvent >person >workspaceMember"),
        System("calendarChannelEventAssociation calendarChannelEventAssociations", "eventExternalId:TEXT >calendarChannel >calendarEvent"),
        System("workflowVersion workflowVersions", "name:TEXT trigger:RAW_JSON steps:RAW_JSON status:SELECT position:POSITION >workflow"),
        System("workflowRun workflowRuns", "name:TEXT startedAt:DATE_TIME endedAt:DATE_TIME status:SELECT state:RAW_JSON position:POSITION >workflow"),
        System("workflowAutomatedTrigger workflowAutomatedTriggers", "type:SELECT settings:RAW_JSON >workflow"),
        System("auditLog auditLogs", "name:TEXT properties:RAW_JSON context:RAW_JSON objectName:TEXT recordId:UUID >workspaceMember"),
    ];

    private static ObjectDefinition Core(string names, string fields) => Of(names, $"{fields} {CoreFields}", isSystem: false);

    private static ObjectDefinition System(string names, string fields) => Of(names, fields, isSystem: true);

    private static ObjectDefinition Of(string names, string fields, bool isSystem)
    {
        var (singular, plural) = (names.Split(' ')[0], names.Split(' ')[1]);
        return new ObjectDefinition(
            StableId.Of(singular), singular, plural, [.. OwnBase(singular), .. Fields(singular, fields)])
        {
            LabelSingular = Label(singular), LabelPlural = Label(plural), Icon = "IconBox", IsSystem = isSystem,
            Created = DateTime.UnixEpoch,
        };
    }

    private static IEnumerable<FieldDefinition> OwnBase(string owner) =>
        Base.Select(field => field with { Id = StableId.Of($"{owner}.{field.Name}") });
}
