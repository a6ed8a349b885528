using Reckon.Evaluation.Diagnostics;
using YamlDotNet.Core;

namespace Reckon.Evaluation.Yaml;

/// <summary>Reads YAML text into nodes with places. Whatever the text is, faults go to the log and nothing is thrown.</summary>
internal static class YamlSource
{
    /// <summary>The one document's root, null when the text is not one plain document; the log then says why.</summary>
    public static SourceNode? Read(string text, DiagnosticLog log)
    {
        ReportTabs(text, log);
        if (!log.IsClean)
        {
            return null;
        }

        try
        {
            return new YamlBuilder(new Parser(new StringReader(text)), log).ReadDocument();
        }
        catch (YamlException fault)
        {
            log.Add((int)fault.Start.Line, (int)fault.Start.Column, "",
                $"this is not YAML: {SafeText.Terminal(fault.Message).TrimEnd('.')}", "Correct the line; indentation is by spaces");
            return null;
        }
    }

    // The parser's own message on a tab speaks of tokens; people look for the tab.
    private static void ReportTabs(string text, DiagnosticLog log)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = content[..^content.TrimStart(" \t").Length];
            if (indentation.Contains('\t') && indentation.Length < content.Length)
            {
                log.Add(line, indentation.IndexOf('\t') + 1, "", "the line is indented with a tab", "Indent with spaces");
            }
        }
    }
}
