namespace Reckon.Dashboard.Problems;

/// <summary>Which problems are wanted by the verdicts of their trials.</summary>
public enum VerdictFilter
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Those of which every trial that counts is right.</summary>
    Right,

    /// <summary>Those of which none is.</summary>
    Wrong,

    /// <summary>Those of which some are.</summary>
    Mixed,

    /// <summary>Those that the two runs answer differently.</summary>
    Flips,

    /// <summary>Those that the run answers better than the one it is compared with.</summary>
    Gained,

    /// <summary>Those that it answers worse.</summary>
    Lost,
}
