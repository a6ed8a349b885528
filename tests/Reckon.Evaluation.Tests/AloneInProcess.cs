namespace Reckon.Evaluation.Tests;

/// <summary>Tests that measure the memory of the process, and so run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInProcess
{
    public const string Name = "alone in the process";
}
