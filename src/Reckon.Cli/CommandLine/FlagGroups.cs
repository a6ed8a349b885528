namespace Reckon.Cli.CommandLine;

/// <summary>Which options a command has that set something.</summary>
[Flags]
internal enum FlagGroups
{
    /// <summary>The known strategies.</summary>
    Strategies = 1,

    /// <summary>How models run.</summary>
    Engine = 2,

    /// <summary>How many searches run at once.</summary>
    Search = 4,

    /// <summary>Which cluster it is.</summary>
    Cluster = 8,

    /// <summary>Where a silo listens.</summary>
    Silo = 16,

    /// <summary>Where it listens for clients.</summary>
    Gateway = 32,

    /// <summary>The models of a worker.</summary>
    Models = 64,

    /// <summary>How a process of a cluster ends and logs.</summary>
    Process = 128,

    /// <summary>Where the API listens, and who may call.</summary>
    Api = 256,

    /// <summary>Where the API is that a client calls.</summary>
    Client = 512,

    /// <summary>Where the dashboard listens.</summary>
    Dashboard = 1024,
}
