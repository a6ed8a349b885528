using System.ComponentModel.DataAnnotations;

namespace Reckon.Cli.Configuration;

/// <summary>
/// How a cluster's processes find out that one of them has died. The defaults are for machines of one network: a process that was
/// killed counts as dead after about a second.
/// </summary>
internal sealed class MembershipSettings
{
    /// <summary>How often each process probes its neighbours, and how long it waits. Default: 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait for a probe while the process that probes is itself slow. Default: 4 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan MaxProbeTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Probes in a row that must be missed before a process is suspected. Default: 2.</summary>
    [Range(1, 100)]
    public int MissedProbes { get; set; } = 2;

    /// <summary>Processes that must suspect another before it counts as dead. Default: 1.</summary>
    [Range(1, 10)]
    public int Votes { get; set; } = 1;

    /// <summary>How often the table of members is read again. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TableRefresh { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often each process writes that it is alive, for those that join. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AliveInterval { get; set; } = TimeSpan.FromSeconds(5);
}
