namespace Reckon.Dashboard.Sources;

/// <summary>Why a source did not do what it was asked.</summary>
public enum SourceFault
{
    /// <summary>It has no such thing.</summary>
    Missing,

    /// <summary>The caller has to say who they are.</summary>
    SignIn,

    /// <summary>It is not possible, or the caller may not.</summary>
    Refused,

    /// <summary>The cluster does not answer, or files cannot be read.</summary>
    Unreachable,
}
