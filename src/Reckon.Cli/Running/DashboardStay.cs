namespace Reckon.Cli.Running;

/// <summary>How long a run serves its dashboard.</summary>
internal enum DashboardStay
{
    /// <summary>It serves none.</summary>
    None,

    /// <summary>While it runs.</summary>
    WithRun,

    /// <summary>Until it is interrupted: when it is finished, its folder is shown.</summary>
    UntilStopped,
}
