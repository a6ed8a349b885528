namespace Reckon.System.Tests.Clusters;

/// <summary>Tests that start many processes: one after the other, and beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ClusterCollection : ICollectionFixture<DisturbedSweep>
{
    public const string Name = "clusters of processes";
}
