namespace Reckon.Search.Drawing;

/// <summary>The version of drawing.</summary>
public static class DrawingVersion
{
    /// <summary>
    /// Raised whenever the program draws other continuations from the same model and key, so that old draws are never mixed with
    /// new ones.
    /// </summary>
    public const int Current = 4;
}
