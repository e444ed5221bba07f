using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>Filters over two tasks: "a" of Rossi Srl, done, with every cell; "b" with next to none.</summary>
public class FormulaTests
{
    private readonly AirtableCaller caller = WithTwo();

    [Theory]
    [InlineData("{Status}='completed'", "a")]
    [InlineData("{Status} != \"completed\"", "b")]
    [InlineData("Status='completed'", "a")]
    [InlineData("{Impact}=5", "a")]
    [InlineData("{Impact}>4", "a")]
    [InlineData("{Impact}>=5.0", "a")]
    [InlineData("{Impact}<5", "b")]
    [InlineData("{Impact}+1*2=7", "a")]
    [InlineData("({Impact}+1)*2=12", "a")]
    [InlineData("-{Impact}+5=0", "a")]
    [InlineData("{Impact}/2=2.5", "a")]
    [InlineData("{Impact}=0", "b")]
    [InlineData("{Notes}=''", "b")]
    [InlineData("NOT({Notes}='')", "a")]
    [InlineData("{Notes}", "a")]
    [InlineData("BLANK()={Notes}", "b")]
    [InlineData("{Urgent}=TRUE()", "a")]
    [InlineData("{Urgent}=1", "a")]
    [InlineData("NOT({Urgent})", "b")]
    [InlineData("{Urgent}=FALSE()", "b")]
    [InlineData("AND({Impact}=5,{Urgent},{Status}='completed')", "a")]
    [InlineData("OR({Impact}=5,{Impact}=0)", "a b")]
    [InlineData("XOR({Impact}=5,{Urgent})", "")]
    [InlineData("IF({Urgent},{Impact}=5,{Impact}=0)", "a b")]
    [InlineData("IF({Urgent},1)", "a")]
    [InlineData("1", "a b")]
    [InlineData("0", "")]
    [InlineData("''", "")]
    [InlineData("\"0\"", "a b")]
    [InlineData("{Impact}/0-{Impact}/0", "")]
    [InlineData("{Notes}*2", "")]
    [InlineData("{Customer}='Rossi Srl'", "a")]
    [InlineData("FIND('Rossi',ARRAYJOIN({Customer}))", "a")]
    [InlineData("{Tools}='icp, none'", "a")]
    [InlineData("ARRAYJOIN({Tools},'|')='icp|none'", "a")]
    [InlineData("LOWER({Notes})='it\\'s \"done\"'", "a")]
    [InlineData("UPPER({Task Name})=\"A\"", "a")]
    [InlineData("TRIM(' x ')='x'", "a b")]
    [InlineData("LEN({Notes})=11", "a")]
    [InlineData("CONCATENATE({Task Name},'-',{Impact})='a-5'", "a")]
    [InlineData("{Task Name}&'-'&{Impact}='a-5'", "a")]
    [InlineData("'x'&1+1='x2'", "a b")]
    [InlineData("FIND('DONE',{Notes})", "")]
    [InlineData("FIND('done',{Notes})=7", "a")]
    [InlineData("SEARCH('DONE',{Notes})=7", "a")]
    [InlineData("SEARCH('nothing',{Notes})=BLANK()", "a b")]
    [InlineData("FIND('2026-03-01',{Done})", "a")]
    [InlineData("IS_AFTER({Done},'2026-02-28')", "a")]
    [InlineData("IS_AFTER({Done},'2026-03-01')", "")]
    [InlineData("IS_BEFORE({Done},DATETIME_PARSE('2026-03-02'))", "a")]
    [InlineData("IS_SAME({Due},'2026-03-01','day')", "a")]
    [InlineData("IS_SAME({Due},'2026-03-01')", "")]
    [InlineData("{Due}=DATETIME_PARSE('2026-03-01T09:30:00.123Z')", "a")]
    [InlineData("IS_AFTER({Due},DATEADD(NOW(),-1,'years'))", "a")]
    [InlineData("IS_SAME(TODAY(),'2026-10-01','hours')", "a b")]
    [InlineData("RIGHT('0000'&{Impact},4)='0005'", "a")]
    [InlineData("{Task Name}='A'", "")]
    public void A_filter_finds(string formula, string found) => Assert.Equal(found, caller.Found(formula));

    [Fact]
    public void Hundreds_of_record_ids_can_be_asked_for_by_post()
    {
        var id = caller.Base.Records("Tasks")[0]["id"]!.GetValue<string>();
        var formula = $"OR({string.Join(',', Enumerable.Range(0, 499).Select(i => $"RECORD_ID()='rec{i:00000000000000}'"))},RECORD_ID()='{id}')";
        Assert.Single(caller.Post($"{caller.Root}/Tasks/listRecords", new { filterByFormula = formula }).ShouldPass().Json["records"]!.AsArray());
    }

    [Theory]
    [InlineData("{Status}='completed")]
    [InlineData("{Status")]
    [InlineData("{Sta{tus}='x'")]
    [InlineData("{Status}==1")]
    [InlineData("AND(")]
    [InlineData("AND({Status},)")]
    [InlineData("NOT()")]
    [InlineData("1 2")]
    [InlineData("{Status}=‘completed’")]
    public void A_formula_that_cannot_be_read_is_refused(string formula) =>
        caller.Page(("filterByFormula", formula)).ShouldFail(422, "INVALID_FILTER_BY_FORMULA", "Invalid formula. Please check your formula text.");

    [Fact]
    public void Unknown_names_are_said_in_lower_case() =>
        caller.Page(("filterByFormula", "AND({Date Added}=1,{Colour}='x')")).ShouldFail(422, "INVALID_FILTER_BY_FORMULA", "Unknown field names: date added, colour");

    [Theory]
    [InlineData("REGEX_MATCH({Notes},'x')", "REGEX_MATCH")]
    [InlineData("DATETIME_PARSE('1.3.2026','D.M.YYYY')", "with a format")]
    [InlineData("IS_SAME({Done},TODAY(),'fortnight')", "fortnight")]
    public void What_is_not_imitated_is_loud(string formula, string what) =>
        caller.Page(("filterByFormula", formula)).ShouldFail(501, "NOT_IMITATED", what);

    [Fact]
    public void Names_may_have_accents_and_apostrophes()
    {
        caller.Base.AddFieldByHand("Tasks", ByHandField.Text("Qualità dell'ora"));
        caller.Base.Edit("Tasks", caller.Base.Records("Tasks")[1]["id"]!.GetValue<string>(), new Dictionary<string, string> { ["Qualità dell'ora"] = "sì" });
        Assert.Equal("b", caller.Found("{Qualità dell'ora}='sì'"));
    }

    internal static AirtableCaller WithTwo(AirtableSwitches? switches = null)
    {
        var caller = new AirtableCaller(switches);
        var customer = caller.Create(new Dictionary<string, object> { ["Customer ID"] = "Rossi Srl" }, "Customers");
        caller.Create(new Dictionary<string, object>
        {
            ["Task Name"] = "a", ["Notes"] = "It's \"done\"", ["Status"] = "completed", ["Tools"] = new[] { "icp", "none" }, ["Impact"] = 5,
            ["Done"] = "2026-03-01", ["Due"] = "2026-03-01T09:30:00.123Z", ["Urgent"] = true, ["Customer"] = new[] { customer },
        });
        caller.Create(new Dictionary<string, object> { ["Task Name"] = "b" });
        return caller;
    }
}
