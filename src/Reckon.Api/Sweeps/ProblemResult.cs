namespace Reckon.Api.Sweeps;

/// <summary>How a problem's finished trials answered.</summary>
public enum ProblemResult
{
    /// <summary>All right, however they chose.</summary>
    Right,

    /// <summary>All wrong, however they chose.</summary>
    Wrong,

    /// <summary>Some right and some wrong.</summary>
    Mixed,

    /// <summary>Some trial ended without an outcome.</summary>
    Failed,
}
