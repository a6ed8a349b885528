using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Reckon.Testing;

/// <summary>
/// Compares a text with the one that was committed: <c>Golden/Class.Test.txt</c> next to the test's source. With
/// <c>GOLDEN=write</c> in the environment the file is rewritten instead; the review is the diff of the commit.
/// </summary>
public static class Golden
{
    /// <summary>Passes when <paramref name="actual"/> is what the golden file holds.</summary>
    public static void Match(string actual, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var file = FileOf(testFile, test);
        var text = Normalized(actual);
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // A file in a folder has a folder.
            File.WriteAllText(file, text);
            return;
        }

        if (!File.Exists(file))
        {
            throw new XunitException($"There is no golden file {file}. Set GOLDEN=write to write it. The text was:\n{text}");
        }

        if (LineDiff.Of(File.ReadAllText(file), text) is { Length: > 0 } diff)
        {
            throw new XunitException($"The text differs from {file} (- golden, + now). Set GOLDEN=write to accept it.\n{diff}");
        }
    }

    private static string FileOf(string testFile, string test)
    {
        var folder = Path.GetDirectoryName(testFile) ?? ".";
        return Path.Combine(folder, "Golden", $"{Path.GetFileNameWithoutExtension(testFile)}.{test}.txt");
    }

    private static string Normalized(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return new StringBuilder().AppendJoin('\n', lines.Select(line => line.TrimEnd())).Append('\n').ToString();
    }
}
