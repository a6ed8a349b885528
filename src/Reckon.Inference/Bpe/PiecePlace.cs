namespace Reckon.Inference.Bpe;

/// <summary>Where a piece of text stands: what is put before a text depends on it.</summary>
internal enum PiecePlace
{
    /// <summary>At the start of a text.</summary>
    Start,

    /// <summary>Later in it, where the format begins anew: after an added token, or a cut.</summary>
    Anew,

    /// <summary>After another text, which it goes on with: nothing is put before it.</summary>
    Within,
}
