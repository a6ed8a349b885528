using System.Text.RegularExpressions;
using Reckon.Testing;

namespace Reckon.Architecture.Tests;

/// <summary>The glossary names types; a renamed one must not be left behind.</summary>
public sealed partial class GlossaryTests
{
    private static readonly HashSet<string> _types = [.. SourceFile.Under("src").Select(file => Path.GetFileNameWithoutExtension(file.Path))];

    [Fact]
    public void Every_type_in_the_glossary_exists()
    {
        var named = Named(File.ReadAllLines(RepositoryRoot.PathTo("docs/glossary.md"))).ToArray();
        Assert.Contains("SearchTree", named);
        Assert.Equal("", string.Join(' ', named.Except(_types)));
    }

    [Fact]
    public void The_last_column_of_each_row_is_read() => Assert.Equal(
        ["Beam", "Node"],
        Named(["Text with `Other`.", "| word | `not` this | `Beam`, `Node` |", "| revision | not used yet | |"]));

    // Every file is named for its one type (SourceRulesTests), so names of files are names of types.
    private static IEnumerable<string> Named(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith('|'))
        .SelectMany(line => InBackticks().Matches(line.TrimEnd('|', ' ').Split('|')[^1]).Select(match => match.Groups[1].Value));

    [GeneratedRegex("`([A-Z]\\w*)`")]
    private static partial Regex InBackticks();
}
