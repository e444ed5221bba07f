using Progress.Customers;
using Progress.Store;
using Xunit;

namespace Progress.Tests.Customers.Register;

public sealed class CustomerTests : IDisposable
{
    private readonly CustomerPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_new_customer_is_listed_audited_and_waits_for_airtable()
    {
        var added = CustomerDirectory.Add(place.Store, new NewCustomer("CUST_02", "Acme | Söhne", "initial pmf"));
        Assert.Equal(new Customer { CustomerId = "CUST_02", Name = "Acme | Söhne", CurrentMilestone = "Initial_PMF", Active = true }, added);
        Assert.Equal([added], CustomerDirectory.List(place.Store));
        Assert.Equal(["customer|CUST_02"], Sql.Texts(place.Store, "SELECT entity, key FROM audit"));
        Assert.Equal(["customerAsset|CUST_02"], Sql.Texts(place.Store, "SELECT entity, key FROM outbox"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CUST 02")]
    [InlineData("CUST/02")]
    [InlineData("KÜHN")]
    [InlineData("CUST\"02")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void An_id_that_cannot_be_used_is_refused(string id)
    {
        var error = Assert.Throws<ProgressException>(() => CustomerDirectory.Add(place.Store, new NewCustomer(id)));
        Assert.Equal("InvalidCustomerId", error.Id);
        Assert.Contains("allowed: 1 to 64 letters, digits, _, - and ., e.g. CUST_02.", error.Message);
    }

    [Fact]
    public void An_id_is_one_customer_whatever_its_case()
    {
        place.Customer("CUST_02");
        Assert.Equal("CustomerExists", Assert.Throws<ProgressException>(() => place.Customer("cust_02")).Id);
        Assert.Equal("CUST_02", CustomerDirectory.List(place.Store, ["cust_02"]).Single().CustomerId);
    }

    [Fact]
    public void Customers_are_found_by_id_name_and_wildcard()
    {
        place.Customer("CUST_01", "Acme").Customer("CUST_02", "Beta").Customer("X-3", "Acme [East]");
        Assert.Equal(["CUST_01", "CUST_02"], Ids("CUST_*"));
        Assert.Equal(["CUST_01"], Ids("acme"));
        Assert.Equal(["X-3"], Ids("Acme [East]"));
        Assert.Equal(["CUST_01", "X-3"], Ids("Acme*"));
        Assert.Empty(Ids("Z*"));
        Assert.Equal("CustomerNotFound", Assert.Throws<ProgressException>(() => Ids("Zeta")).Id);
    }

    [Fact]
    public void Inactive_customers_are_listed_when_named_or_asked_for()
    {
        place.Customer("CUST_01").Customer("CUST_02");
        CustomerDirectory.Set(place.Store, "CUST_02", new CustomerUpdate(Active: false));
        Assert.Equal(["CUST_01"], CustomerDirectory.List(place.Store).Select(c => c.CustomerId));
        Assert.Equal(["CUST_01", "CUST_02"], CustomerDirectory.List(place.Store, includeInactive: true).Select(c => c.CustomerId));
        Assert.Equal(["CUST_01", "CUST_02"], CustomerDirectory.List(place.Store, ["C*"], includeInactive: true).Select(c => c.CustomerId));
        Assert.Equal(["CUST_02"], Ids("CUST_02"));
        Assert.Equal(["CUST_01"], Ids("C*"));
    }

    [Fact]
    public void A_name_of_two_is_ambiguous_where_one_is_changed()
    {
        place.Customer("CUST_01", "Acme").Customer("CUST_02", "acme");
        var error = Assert.Throws<ProgressException>(() => CustomerDirectory.Set(place.Store, "Acme", new CustomerUpdate("New")));
        Assert.Equal(("CustomerAmbiguous", "'Acme' is the name of 2 customers: CUST_01, CUST_02. Give the id."), (error.Id, error.Message));
    }

    [Fact]
    public void A_change_keeps_what_it_does_not_name_and_empty_text_removes()
    {
        CustomerDirectory.Add(place.Store, new NewCustomer("CUST_01", "Acme", "Key_Hires"));
        Assert.Equal(("Acme", "User_Base"), Values(new CustomerUpdate(CurrentMilestone: "User_Base")));
        Assert.Equal(("Acme", null), Values(new CustomerUpdate(CurrentMilestone: "")));
        Assert.Equal((null, null), Values(new CustomerUpdate(Name: "")));
        Assert.Equal(4, Sql.Texts(place.Store, "SELECT new FROM audit WHERE entity = 'customer'").Count);
    }

    [Fact]
    public void A_change_that_is_none_leaves_no_trace()
    {
        CustomerDirectory.Add(place.Store, new NewCustomer("CUST_01", "Acme"));
        var before = StoreText.Of(place.Store);
        CustomerDirectory.Set(place.Store, "CUST_01", new CustomerUpdate("Acme", "", true));
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    [Fact]
    public void A_milestone_that_is_none_of_the_eight_is_refused() => Assert.StartsWith(
        "CurrentMilestone is 'Series A'; allowed: Product_Launch, Initial_PMF,",
        Assert.Throws<ProgressException>(() => CustomerDirectory.Add(place.Store, new NewCustomer("CUST_01", null, "Series A"))).Message);

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        var before = StoreText.Of(place.Store);
        CustomerDirectory.Add(place.Store, new NewCustomer("CUST_01"), dryRun: true);
        Assert.Equal(before, StoreText.Of(place.Store));
    }

    private (string?, string?) Values(CustomerUpdate update)
    {
        var customer = CustomerDirectory.Set(place.Store, "CUST_01", update);
        return (customer.Name, customer.CurrentMilestone);
    }

    private IEnumerable<string> Ids(string selector) => CustomerDirectory.List(place.Store, [selector]).Select(c => c.CustomerId);
}
