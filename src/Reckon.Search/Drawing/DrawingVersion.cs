namespace Reckon.Search.Drawing;

/// <summary>The version of drawing.</summary>
public static class DrawingVersion
{
    /// <summary>Raised whenever the program draws other continuations from the same model and key: what was drawn before is then never mixed with what is drawn now.</summary>
    public const int Current = 4;
}
