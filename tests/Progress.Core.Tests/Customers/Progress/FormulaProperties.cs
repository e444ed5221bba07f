using FsCheck;
using FsCheck.Fluent;
using Progress.Customers;
using Progress.Sync.Airtable;
using Xunit;

namespace Progress.Tests.Customers.Progress;

public sealed class FormulaProperties
{
    private static readonly Gen<string> Values =
        from pieces in Gen.Elements("\"", "\\", "\\\"", "{", "}", "(", ")", ",", " ", "=", "a", "Ω", "🚀", "'", "OR(", "{Status}", "\\n").ListOf()
        select string.Concat(pieces);

    [Fact]
    public void A_literal_is_read_back_as_the_value_and_nothing_is_left() =>
        Prop.ForAll(Values.ToArbitrary(), value =>
        {
            var reader = new LiteralReader(FormulaText.Text(value));
            Assert.Equal(value, reader.Literal());
            Assert.True(reader.IsAtEnd);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(300, 3_000)));

    [Fact]
    public void Any_text_is_escaped_or_refused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Generator.Where(s => s is not null).ToArbitrary(), value =>
        {
            string literal;
            try
            {
                literal = FormulaText.Text(value);
            }
            catch (ProgressException refused)
            {
                return refused.Id == "FormulaValueRefused" && value.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029');
            }

            return new LiteralReader(literal).Literal() == value;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(300, 3_000)));

    [Fact]
    public void The_values_of_a_filter_are_read_back_from_its_formula() =>
        Prop.ForAll(Values.Where(v => v.Trim().Length > 0 && !v.Contains('\\' + "n")).NonEmptyListOf().ToArbitrary(), values =>
        {
            using var place = new CustomerPlace();
            var formula = TaskProgressFormula.Of(place.Store, new TaskProgressQuery { Milestone = [.. values] });
            var wanted = values.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var reader = new LiteralReader(formula);
            var read = wanted.Count == 1 ? [reader.Equal("Stage Milestone")] : reader.Or("Stage Milestone");
            Assert.True(reader.IsAtEnd);
            Assert.Equal(wanted.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs.Of(25, 300)));

    /// <summary>Reads formulas as Airtable does: within quotes a backslash takes the next character as it is.</summary>
    private sealed class LiteralReader(string formula)
    {
        private int at;

        public bool IsAtEnd => at == formula.Length;

        public IReadOnlyList<string> Or(string field)
        {
            Take("OR(");
            var values = new List<string> { Equal(field) };
            while (formula[at] == ',')
            {
                Take(", ");
                values.Add(Equal(field));
            }

            Take(")");
            return values;
        }

        public string Equal(string field)
        {
            Take($"{{{field}}} = ");
            return Literal();
        }

        public string Literal()
        {
            Take("\"");
            var value = "";
            for (; formula[at] != '"'; at++)
            {
                if (formula[at] == '\\') at++;
                value += formula[at];
            }

            Take("\"");
            return value;
        }

        private void Take(string text)
        {
            Assert.Equal(text, formula.Substring(at, Math.Min(text.Length, formula.Length - at)));
            at += text.Length;
        }
    }
}
