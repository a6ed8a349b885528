namespace Reckon.Search.Judging;

/// <summary>The version of judging.</summary>
public static class JudgingVersion
{
    /// <summary>
    /// Raised whenever the program gets other scores from the same verifier for the same text: verdicts are then asked for again;
    /// draws are kept.
    /// </summary>
    public const int Current = 4;
}
