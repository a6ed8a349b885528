namespace Reckon.Testing;

/// <summary>The folder that holds <c>Cluster.sln</c>.</summary>
public static class RepositoryRoot
{
    private const string Mark = "Cluster.sln";

    /// <summary>The root above the test's own assembly.</summary>
    public static string Folder { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The nearest folder at or above <paramref name="start"/> that holds the solution.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder at or above {start} holds {Mark}.");
    }

    /// <summary>The path of a file or folder, its parts given from the root down.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Folder, .. parts]);
}
