namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>The tests that share the folders that were made.</summary>
[CollectionDefinition(Name)]
public sealed class MadeFoldersGroup : ICollectionFixture<MadeFolders>
{
    public const string Name = "made folders";
}
