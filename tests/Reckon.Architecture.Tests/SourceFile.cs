using System.Text.RegularExpressions;
using Reckon.Testing;

namespace Reckon.Architecture.Tests;

/// <summary>One C# file.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Text">What it holds.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>All hand-written files under the folders of the root.</summary>
    public static IReadOnlyList<SourceFile> Under(params string[] folders) =>
    [
        .. folders
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.PathTo(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => System.IO.Path.GetRelativePath(RepositoryRoot.Folder, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(RepositoryRoot.PathTo(path)))),
    ];

    /// <summary>The text without comments. Strings stay: an interpolated one holds code.</summary>
    public string WithoutComments => CommentOrString().Replace(Text, match => match.Value.StartsWith('/') ? "" : match.Value);

    /// <summary>The text without comments, and with all strings empty.</summary>
    public string WithoutCommentsAndStrings => CommentOrString().Replace(Text, match => match.Value.StartsWith('/') ? "" : "\"\"");

    /// <inheritdoc/>
    public override string ToString() => Path;

    // A raw string, a verbatim string, a string, a character, a block comment, a line comment.
    [GeneratedRegex("""(?<q>"{3,}).*?\k<q>|@\$?"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|/\*.*?\*/|//[^\n]*""", RegexOptions.Singleline)]
    private static partial Regex CommentOrString();
}
