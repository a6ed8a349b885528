using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Yaml;

/// <summary>A piece of a YAML file that knows its place.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal abstract record SourceNode(int Line, int Column)
{
    /// <summary>What a person would call it.</summary>
    public abstract string Described { get; }

    /// <summary>Text, a number, or nothing. Only what has no quotes can be a number or nothing.</summary>
    public sealed record Scalar(int Line, int Column, string Text, bool IsPlain) : SourceNode(Line, Column)
    {
        public bool IsNull => IsPlain && Text is ("" or "~" or "null");

        public override string Described => IsNull ? "nothing" : IsPlain ? Quoted.Of(Text) : $"the text {Quoted.Of(Text)}";
    }

    public sealed record List(int Line, int Column, ImmutableArray<SourceNode> Items) : SourceNode(Line, Column)
    {
        public override string Described => "a list";
    }

    public sealed record Map(int Line, int Column, ImmutableArray<Entry> Entries) : SourceNode(Line, Column)
    {
        public override string Described => "a section with keys";
    }

    public sealed record Entry(Scalar Key, SourceNode Value);
}
