using System.Reflection;
using Progress.Help;

// Progress.Help <cmdlet assembly> <help file>: writes the help of compiled cmdlets from their XML documentation.
var (assembly, helpFile) = (Path.GetFullPath(args[0]), args[1]);
var docs = new XmlDocs(Directory.EnumerateFiles(Path.GetDirectoryName(assembly)!, "*.xml"));
var cmdlets = CmdletReader.Read(Assembly.LoadFrom(assembly), docs);
var gaps = cmdlets.SelectMany(HelpGaps.Of).ToList();
foreach (var gap in gaps) Console.Error.WriteLine($"Progress.Help : error : {gap}");
if (gaps.Count > 0) return 1;
Maml.Document(cmdlets).Save(helpFile);
return 0;
