using Progress.Customers;
using Progress.Settings;
using Xunit;

namespace Progress.Tests.Customers.Catalog;

public sealed class MilestoneMapTests
{
    [Theory]
    [InlineData("Initial PMF (Product-Market Fit)", "Initial_PMF")]
    [InlineData("Scalability/Revenue", "Scalability_Revenue")]
    [InlineData("Key Hires", "Key_Hires")]
    [InlineData("Product Launch", "Product_Launch")]
    [InlineData("  user -- base  ", "User_Base")]
    [InlineData("(new) Scaling Product (v2 (beta))", "Scaling_Product")]
    [InlineData("Revenue_Growth", "Revenue_Growth")]
    [InlineData("MARKET PENETRATION!", "Market_Penetration")]
    public void A_text_means_the_milestone_that_its_letters_spell(string text, string milestone) => Assert.Equal(milestone, Map(text));

    [Theory]
    [InlineData("Series A")]
    [InlineData("PMF")]
    [InlineData("InitialPMF")]
    [InlineData("()")]
    [InlineData("")]
    public void Other_texts_mean_none(string text) => Assert.Null(Map(text));

    [Theory]
    [InlineData("a (b) c", "a_c")]
    [InlineData("a(b)c", "ac")]
    [InlineData("a (b", "a_b")]
    [InlineData("b) a", "b_a")]
    [InlineData("--a--b--", "a_b")]
    [InlineData("Größe 2/3", "Größe_2_3")]
    public void Parentheses_go_and_other_characters_become_one_underscore(string text, string spelled) => Assert.Equal(spelled, MilestoneMap.Spell(text));

    [Fact]
    public void The_settings_name_exceptions_whatever_their_case()
    {
        var settings = new CustomerSettings { Milestones = new Dictionary<string, string> { ["Series A"] = "Revenue_Growth", ["Key Hires"] = "User_Base" } };
        Assert.Equal(("Revenue_Growth", "User_Base", null), (Map(" series a", settings), Map("Key Hires", settings), Map("Series B", settings)));
    }

    private static string? Map(string text, CustomerSettings? settings = null) => MilestoneMap.Of(settings ?? new CustomerSettings()).Map(text);
}
