namespace Reckon.Dashboard.Text;

/// <summary>What a part of a text is.</summary>
public enum MathKind
{
    /// <summary>Words.</summary>
    Words,

    /// <summary>A formula within a line.</summary>
    Inline,

    /// <summary>A formula on a line of its own.</summary>
    Display,
}
