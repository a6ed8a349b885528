using Reckon.Testing;

namespace Reckon.Search.Tests.Testing;

public sealed class RepositoryRootTests
{
    [Fact]
    public void Is_the_folder_of_the_solution() => Assert.True(File.Exists(RepositoryRoot.PathTo("Cluster.sln")));

    [Fact]
    public void Is_found_from_any_folder_below_it() =>
        Assert.Equal(RepositoryRoot.Folder, RepositoryRoot.Above(RepositoryRoot.PathTo("src", "Reckon.Search")));

    [Fact]
    public void A_folder_outside_has_none() =>
        Assert.Throws<DirectoryNotFoundException>(() => RepositoryRoot.Above(Path.GetPathRoot(RepositoryRoot.Folder) ?? "/"));
}
