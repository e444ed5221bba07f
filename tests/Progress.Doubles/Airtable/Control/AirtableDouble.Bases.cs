namespace Progress.Doubles.Airtable;

/// <content>What tests do to the bases without a request.</content>
public sealed partial class AirtableDouble
{
    private AirtableBase? first;

    /// <summary>The base that is there from the start, empty.</summary>
    public AirtableBase Base
    {
        get
        {
            lock (gate)
                return first ??= AddBase("Customers");
        }
    }

    /// <param name="id">Of a person's choice, as for documentation; by chance by default.</param>
    public AirtableBase AddBase(string name, string? id = null)
    {
        lock (gate)
        {
            var made = new Base(id ?? new IdSource(random).Next("app"), name);
            bases.Add(made);
            return new AirtableBase(this, made);
        }
    }

    /// <summary>A base by its name or id, or null.</summary>
    internal AirtableBase? FindBase(string key)
    {
        lock (gate)
            return bases.Find(one => one.Id == key || one.Name == key) is { } found ? new AirtableBase(this, found) : null;
    }

    internal T Within<T>(Func<Call, T> act)
    {
        lock (gate)
            return act(CallAt(clock.GetUtcNow()));
    }
}
