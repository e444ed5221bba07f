using Progress.Doubles;
using Progress.Doubles.Airtable;
using Xunit;

namespace Progress.Tests.Doubles.Airtable;

/// <summary>What the official client makes of the double's refusals, row by row of its own table.</summary>
public class NpmErrorTests(NpmClient client)
{
    [Fact]
    public void Status_401_is_AUTHENTICATION_REQUIRED()
    {
        using var place = new NpmPlace(client);
        place.Caller.Token = "unknown";
        place.ShouldRefuse("AUTHENTICATION_REQUIRED", 401, "list");
    }

    [Fact]
    public void Status_403_is_NOT_AUTHORIZED_for_tables_and_records_that_are_not_there()
    {
        using var place = new NpmPlace(client);
        place.ShouldRefuse("NOT_AUTHORIZED", 403, "list", table: "Nothing");
        place.ShouldRefuse("NOT_AUTHORIZED", 403, "find", new { id = "rec00000000000000" });
    }

    [Theory]
    [InlineData(NotFoundForm.Text)]
    [InlineData(NotFoundForm.Type)]
    public void Status_404_is_NOT_FOUND(NotFoundForm form)
    {
        using var place = new NpmPlace(client, new AirtableSwitches { NotFound = form });
        place.ShouldRefuse("NOT_FOUND", 404, "find", new { id = "nonsense" });
        place.ShouldRefuse("NOT_FOUND", 404, "destroy", new { ids = "rec00000000000000" });
    }

    [Fact]
    public void Status_413_is_REQUEST_TOO_LARGE()
    {
        using var place = new NpmPlace(client, new AirtableSwitches { MaxBodyLength = 100 });
        place.ShouldRefuse("REQUEST_TOO_LARGE", 413, "create", new { records = new { Notes = new string('x', 200) } });
    }

    [Fact]
    public void Status_422_is_what_the_service_says()
    {
        using var place = new NpmPlace(client);
        place.ShouldRefuse("UNKNOWN_FIELD_NAME", 422, "create", new { records = new { Nothing = 1 } });
        place.ShouldRefuse("INVALID_VALUE_FOR_COLUMN", 422, "create", new { records = new { Impact = "many" } });
        place.ShouldRefuse("INVALID_FILTER_BY_FORMULA", 422, "list", new { select = new { filterByFormula = "{Nothing}=1" } });
        place.ShouldRefuse("INVALID_REQUEST_UNKNOWN", 422, "list", new { select = new { pageSize = 101 } });
        place.ShouldRefuse("ROW_DOES_NOT_EXIST", 422, "update", new { records = new[] { new { id = "rec00000000000000", fields = new { } } } });
    }

    [Fact]
    public void Status_429_is_TOO_MANY_REQUESTS_whether_for_the_rate_or_for_the_month()
    {
        using var place = new NpmPlace(client);
        place.Airtable.Faults.Next(Fault.Throttle(ThrottleForm.Status429));
        place.ShouldRefuse("TOO_MANY_REQUESTS", 429, "list", new { noRetryIfRateLimited = true });
        place.Airtable.Faults.Next(AirtableFault.MonthUsedUp);
        place.ShouldRefuse("TOO_MANY_REQUESTS", 429, "list", new { noRetryIfRateLimited = true });
    }

    [Fact]
    public void Status_500_is_SERVER_ERROR()
    {
        using var place = new NpmPlace(client);
        place.Airtable.Faults.Next(AirtableFault.Error500);
        place.ShouldRefuse("SERVER_ERROR", 500, "list");
    }

    [Fact]
    public void Status_503_is_SERVICE_UNAVAILABLE()
    {
        using var place = new NpmPlace(client);
        place.Airtable.Faults.Next(AirtableFault.Unavailable(TimeSpan.FromSeconds(1)));
        place.ShouldRefuse("SERVICE_UNAVAILABLE", 503, "list");
    }

    [Fact]
    public void Any_other_status_is_what_the_service_says_or_UNEXPECTED_ERROR()
    {
        using var place = new NpmPlace(client);
        place.Airtable.Faults.Next(Fault.Instead(DoubleResponse.OfText(400, "application/json", """{"error":{"type":"INVALID_REQUEST_BODY","message":"No"}}""")));
        place.ShouldRefuse("INVALID_REQUEST_BODY", 400, "list");
        place.Airtable.Faults.Next(Fault.Html502);
        place.ShouldRefuse("UNEXPECTED_ERROR", 502, "list");
    }
}
