namespace Reckon.Cli.Checking;

/// <summary>How bad something is.</summary>
internal enum FindingKind
{
    /// <summary>It is as it should be.</summary>
    Good,

    /// <summary>It works, and may cost something later.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Fault,
}
