using System.Text.Json;

namespace Progress.Doubles;

/// <summary>The part of the GraphQL language that clients of Twenty use; fragments and directives are not in it.</summary>
internal sealed class DocumentParser(string text)
{
    private readonly Lexer words = new(text);

    public List<Operation> Parse()
    {
        var operations = new List<Operation>();
        while (words.Peek is not null)
            operations.Add(Operation());
        return operations.Count > 0 ? operations : throw Lexer.Unexpected("<EOF>");
    }

    private Operation Operation()
    {
        if (words.Peek == "{")
            return new Operation("query", null, [], Selections());
        var kind = words.Name();
        if (kind is not ("query" or "mutation"))
            throw Lexer.Unexpected($"Name \"{kind}\"");
        var name = words.Peek is "{" or "(" ? null : words.Name();
        return new Operation(kind, name, VariableDefinitions(), Selections());
    }

    private List<VariableDefinition> VariableDefinitions()
    {
        var definitions = new List<VariableDefinition>();
        if (!words.Skip("("))
            return definitions;
        while (!words.Skip(")"))
        {
            words.Expect("$");
            var name = words.Name();
            words.Expect(":");
            var written = TypeText();
            definitions.Add(new VariableDefinition(
                name, written.Trim('[', ']', '!'), written, words.Skip("=") ? Value() : null));
        }

        return definitions;
    }

    private string TypeText()
    {
        string text;
        if (words.Skip("["))
        {
            text = $"[{TypeText()}]";
            words.Expect("]");
        }
        else
        {
            text = words.Name();
        }

        return words.Skip("!") ? text + "!" : text;
    }

    private List<Selection> Selections()
    {
        words.Expect("{");
        var selections = new List<Selection>();
        while (!words.Skip("}"))
            selections.Add(Selection());
        return selections.Count > 0 ? selections : throw Lexer.Unexpected("\"}\"");
    }

    private Selection Selection()
    {
        var alias = words.Name();
        var name = words.Skip(":") ? words.Name() : alias;
        var arguments = new Dictionary<string, GraphQlValue>();
        if (words.Skip("("))
            while (!words.Skip(")"))
            {
                var argument = words.Name();
                words.Expect(":");
                if (!arguments.TryAdd(argument, Value()))
                    throw ApiError.Invalid($"There can be only one argument named \"{argument}\".");
            }

        return new Selection(alias, name, arguments, words.Peek == "{" ? Selections() : null);
    }

    private GraphQlValue Value()
    {
        var word = words.Take();
        return word[0] switch
        {
            '$' => new VariableValue(words.Name()),
            '[' => List(),
            '{' => Object(),
            '"' or '-' or (>= '0' and <= '9') => new LiteralValue(Literal(word)),
            _ when word is "true" or "false" or "null" => new LiteralValue(JsonElement.Parse(word)),
            _ when char.IsAsciiLetter(word[0]) || word[0] == '_' => new LiteralValue(JsonElement.Parse($"\"{word}\"")),
            _ => throw Lexer.Unexpected(word),
        };
    }

    private ListValue List()
    {
        var items = new List<GraphQlValue>();
        while (!words.Skip("]"))
            items.Add(Value());
        return new ListValue(items);
    }

    private ObjectValue Object()
    {
        var fields = new List<(string, GraphQlValue)>();
        while (!words.Skip("}"))
        {
            var name = words.Name();
            words.Expect(":");
            fields.Add((name, Value()));
        }

        return new ObjectValue(fields);
    }

    private static JsonElement Literal(string word)
    {
        try
        {
            return JsonElement.Parse(word);
        }
        catch (JsonException)
        {
            throw Lexer.Unexpected(word);
        }
    }
}
