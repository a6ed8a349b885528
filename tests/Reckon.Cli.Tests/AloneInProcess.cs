namespace Reckon.Cli.Tests;

/// <summary>Tests whose signals reach the whole process, and so run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInProcess
{
    public const string Name = "alone in the process";
}
