using System.Xml.Linq;

namespace Progress.Help;

/// <summary>Writes PowerShell's help format (MAML).</summary>
internal static class Maml
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Document(IEnumerable<CmdletHelp> cmdlets) =>
        new(new XElement(Help + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(Cmdlet)));

    private static XElement Cmdlet(CmdletHelp cmdlet) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Text), new XAttribute(XNamespace.Xmlns + "command", Command), new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            Description([cmdlet.Synopsis])),
        Description(cmdlet.Description),
        new XElement(Command + "syntax", cmdlet.Sets.Select(set => new XElement(
            Command + "syntaxItem", new XElement(Text + "name", cmdlet.Name), set.Parameters.Select(SyntaxParameter)))),
        new XElement(Command + "parameters", cmdlet.Parameters.OrderBy(p => p.Name, StringComparer.Ordinal).Select(Parameter)),
        new XElement(Command + "inputTypes", Inputs(cmdlet).Select(i => TypeItem(Command + "inputType", i.Type, i.Description))),
        new XElement(Command + "returnValues", cmdlet.Outputs.Select(type => TypeItem(Command + "returnValue", type.FullName, [type.Summary]))),
        new XElement(Command + "examples", cmdlet.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", cmdlet.Links.Select(link => new XElement(
            Text + "navigationLink", new XElement(Text + "linkText", link), new XElement(Text + "uri")))));

    private static IEnumerable<(string Type, IReadOnlyList<string> Description)> Inputs(CmdletHelp cmdlet) =>
        cmdlet.Parameters.Where(p => p.ByValue || p.ByPropertyName).Select(p => (p.Type.Name, (IReadOnlyList<string>)[$"-{p.Name}: {p.Description[0]}"]));

    private static XElement SyntaxParameter(ParameterHelp parameter)
    {
        var element = Outline(parameter);
        if (parameter.Type.Values.Count > 0)
            element.Add(new XElement(Command + "parameterValueGroup", parameter.Type.Values.Select(value => Value(value, required: false))));
        if (!parameter.Type.IsSwitch) element.Add(Value(parameter.Type.Name, required: true));
        return element;
    }

    private static XElement Parameter(ParameterHelp parameter)
    {
        var element = Outline(parameter);
        if (parameter.Type.Values.Count > 0)
            element.Element(Text + "description")!.Add(new XElement(Text + "para", $"Allowed: {string.Join(", ", parameter.Type.Values)}."));
        element.Add(
            Value(parameter.Type.Name, required: !parameter.Type.IsSwitch),
            new XElement(Dev + "type", new XElement(Text + "name", parameter.Type.Name), new XElement(Text + "uri")),
            new XElement(Dev + "defaultValue", parameter.Default ?? (parameter.Type.IsSwitch ? "False" : "None")));
        return element;
    }

    private static XElement Outline(ParameterHelp parameter) => new(
        Command + "parameter",
        new XAttribute("required", parameter.IsMandatory ? "true" : "false"),
        new XAttribute("variableLength", "true"),
        new XAttribute("globbing", parameter.TakesWildcards ? "true" : "false"),
        new XAttribute("pipelineInput", Pipeline(parameter)),
        new XAttribute("position", parameter.Position?.ToString() ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Text + "name", parameter.Name),
        Description(parameter.Description));

    private static string Pipeline(ParameterHelp parameter) => (parameter.ByValue, parameter.ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static XElement Value(string name, bool required) => new(
        Command + "parameterValue", new XAttribute("required", required ? "true" : "false"), new XAttribute("variableLength", "false"), name);

    private static XElement Example(ExampleHelp example, int index) => new(
        Command + "example",
        new XElement(Text + "title", $"-------------------------- Example {index + 1} --------------------------"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", Paragraphs([.. example.Remarks, ""])));

    private static XElement TypeItem(XName name, string type, IEnumerable<string> description) => new(
        name, new XElement(Dev + "type", new XElement(Text + "name", type)), Description(description));

    private static XElement Description(IEnumerable<string> paragraphs) => new(Text + "description", Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> paragraphs) => paragraphs.Select(text => new XElement(Text + "para", text));
}
