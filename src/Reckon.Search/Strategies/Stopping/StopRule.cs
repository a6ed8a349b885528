namespace Reckon.Search.Strategies.Stopping;

/// <summary>When enough answers are known.</summary>
internal enum StopRule
{
    /// <summary>The leading answer is likely to stay ahead of the second, all others left out (Aggarwal et al. 2023).</summary>
    Beta,

    /// <summary>The leading answer is likely to stay ahead of all others (Aggarwal et al. 2023).</summary>
    Dirichlet,

    /// <summary>All answers that the last round drew are equal (Li et al. 2024).</summary>
    Window,

    /// <summary>What may still be drawn cannot change the majority.</summary>
    Certain,
}
