using Xunit;

namespace Reckon.Testing;

/// <summary>Public benchmarks and samples next to the repository. They are not part of it, and may be missing.</summary>
public static class SharedData
{
    /// <summary>The path of a file, its parts given from the folder down; skips the test where it is absent.</summary>
    public static string PathTo(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([RepositoryRoot.Folder, "..", "shared", "data", .. parts]));
        Assert.SkipUnless(File.Exists(path), $"There is no {Path.Combine(["../shared/data", .. parts])}.");
        return path;
    }
}
