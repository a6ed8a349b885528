using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Reckon.Evaluation.Yaml;

/// <summary>
/// Builds nodes of the parser's events. Anchors, aliases and tags are refused at their places: the files need none, and
/// aliases of aliases make a small file mean a huge one.
/// </summary>
internal sealed class YamlBuilder(IParser parser, DiagnosticLog log)
{
    private const int DeepestNesting = 16;

    public SourceNode? ReadDocument()
    {
        Advance(); // The start of the stream.
        if (Advance() is not DocumentStart)
        {
            log.Add(1, 1, "", "the file is empty", "Write a sweep; it starts with 'apiVersion: reckon/v1'");
            return null;
        }

        Advance();
        var root = ReadNode(0);
        if (root is null)
        {
            return null;
        }

        Advance(); // The end of the document.
        if (Advance() is DocumentStart second)
        {
            log.Add(Line(second), Column(second), "", "the file holds a second document", "Keep one document in a file");
        }

        return log.IsClean ? root : null;
    }

    private SourceNode? ReadNode(int depth)
    {
        var current = parser.Current!; // There is a current event: Advance throws where there is none.
        if (depth > DeepestNesting)
        {
            log.Add(Line(current), Column(current), "", "the nesting is too deep", $"Use less than {DeepestNesting} levels");
            return null;
        }

        RefuseReferences(current);
        return current switch
        {
            YamlDotNet.Core.Events.Scalar scalar => Scalar(scalar),
            SequenceStart => ReadList(current, depth),
            MappingStart => ReadMap(current, depth),
            _ => new SourceNode.Scalar(Line(current), Column(current), "", true), // An alias, which has been reported.
        };
    }

    private SourceNode.List? ReadList(ParsingEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        while (Advance() is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new SourceNode.List(Line(start), Column(start), items.ToImmutable());
    }

    private SourceNode.Map? ReadMap(ParsingEvent start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<SourceNode.Entry>();
        while (Advance() is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            if (key is null)
            {
                return null;
            }

            Advance();
            var value = ReadNode(depth + 1);
            if (value is null)
            {
                return null;
            }

            Add(entries, key, value);
        }

        return new SourceNode.Map(Line(start), Column(start), entries.ToImmutable());
    }

    private void Add(ImmutableArray<SourceNode.Entry>.Builder entries, SourceNode key, SourceNode value)
    {
        if (key is SourceNode.Scalar name)
        {
            entries.Add(new SourceNode.Entry(name, value));
        }
        else
        {
            log.Add(key.Line, key.Column, "", $"a key must be a word, not {key.Described}", "Write 'key: value'");
        }
    }

    private void RefuseReferences(ParsingEvent current)
    {
        var found = current switch
        {
            AnchorAlias => "an alias (*)",
            NodeEvent { Anchor.IsEmpty: false } => "an anchor (&)",
            NodeEvent { Tag.IsEmpty: false } => "a tag (!)",
            _ => null,
        };
        if (found is not null)
        {
            log.Add(Line(current), Column(current), "", $"{found} is not allowed here", "Write the value out");
        }
    }

    private ParsingEvent Advance()
    {
        var last = parser.Current?.End ?? Mark.Empty;
        try
        {
            return parser.MoveNext() && parser.Current is { } current
                ? current
                : throw new SemanticErrorException(last, last, "the text ends too early");
        }
        catch (Exception fault) when (fault is not YamlException)
        {
            // On some broken text the parser throws other exceptions, such as InvalidOperationException.
            throw new YamlException(last, last, "the text after this place cannot be read", fault);
        }
    }

    private static SourceNode.Scalar Scalar(YamlDotNet.Core.Events.Scalar scalar) =>
        new(Line(scalar), Column(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain);

    private static int Line(ParsingEvent current) => (int)current.Start.Line;

    private static int Column(ParsingEvent current) => (int)current.Start.Column;
}
