namespace Reckon.Contracts.Pools;

/// <summary>One silo, as the membership has it.</summary>
/// <param name="Address">Its address, with the generation of its process.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status, in Orleans' words.</param>
/// <param name="IsCoordinator">Whether it hosts sweeps, problems and nodes.</param>
/// <param name="IsWorker">Whether it hosts workers.</param>
[GenerateSerializer, Immutable, Alias("reckon.silo-entry")]
public sealed record SiloEntry(
    [property: Id(0)] string Address,
    [property: Id(1)] string Name,
    [property: Id(2)] string Status,
    [property: Id(3)] bool IsCoordinator,
    [property: Id(4)] bool IsWorker);
