using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Sweeps;

/// <summary>What a coordinator saves. The problems and their outcomes are records of their own.</summary>
[GenerateSerializer, Alias("reckon.sweep-state")]
internal sealed class SweepState
{
    /// <summary>The sweep's terms; null before one was submitted.</summary>
    [Id(0)]
    public SweepTerms? Terms { get; set; }

    /// <summary>Problems that it has.</summary>
    [Id(1)]
    public int Problems { get; set; }

    /// <summary>What the list of sweeps says of it, its phase among it; null before one was submitted.</summary>
    [Id(2)]
    public SweepEntry? Entry { get; set; }

    /// <summary>Problems that were admitted. Kept only where the sweep has a budget of its own.</summary>
    [Id(3)]
    public int Admitted { get; set; }

    /// <summary>Time that the sweep has run, pauses left out. Kept only where the sweep has a budget of its own.</summary>
    [Id(4)]
    public TimeSpan Elapsed { get; set; }

    /// <summary>How often the store was found emptied.</summary>
    [Id(5)]
    public int Epoch { get; set; }

    /// <summary>How it stood when it last ended or paused; null where it never did.</summary>
    [Id(6)]
    public SweepStatus? Last { get; set; }

    /// <summary>See <see cref="SweepStart.Manifest"/>.</summary>
    [Id(7)]
    public string Manifest { get; set; } = "";

    /// <summary>See <see cref="SweepStatus.DeviceSeconds"/>.</summary>
    [Id(8)]
    public double DeviceSeconds { get; set; }

    /// <summary>See <see cref="SweepStatus.ServerUsage"/>.</summary>
    [Id(9)]
    public ServerUsage ServerUsage { get; set; }

    /// <summary>What servers had billed for the sweeps that this one adds to: its limit on the bill does not count that.</summary>
    [Id(10)]
    public double BilledBefore { get; set; }

    /// <summary>Where the sweep is in its life.</summary>
    public SweepPhase Phase => Entry?.Phase ?? SweepPhase.Unknown;
}
