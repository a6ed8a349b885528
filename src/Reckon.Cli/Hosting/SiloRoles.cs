namespace Reckon.Cli.Hosting;

/// <summary>What a silo does in its cluster.</summary>
[Flags]
internal enum SiloRoles
{
    /// <summary>Hosts coordinators, problems, search nodes and pools, and routes their work.</summary>
    Coordinator = 1,

    /// <summary>Owns a device.</summary>
    Worker = 2,
}
