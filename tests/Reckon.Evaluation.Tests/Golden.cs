using System.Runtime.CompilerServices;

namespace Reckon.Evaluation.Tests;

/// <summary>Compares with a file beside the test; GOLDEN=write rewrites the file instead, and the review is the diff.</summary>
internal static class Golden
{
    public static void Match(string actual, string file, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test) ?? "", file);
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
