namespace Reckon.Inference.Bpe;

/// <summary>A token that was added to a vocabulary: found in the text before it is cut.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">Its text.</param>
/// <param name="IsSpecial">Whether it is a mark, which no plain text gives.</param>
internal sealed record AddedToken(int Id, string Content, bool IsSpecial)
{
    /// <summary>Whether it takes the white space before it.</summary>
    public bool StripsLeft { get; init; }

    /// <summary>Whether it takes the white space after it.</summary>
    public bool StripsRight { get; init; }

    /// <summary>Whether it is found only where no letter, digit or underscore is next to it.</summary>
    public bool IsWholeWord { get; init; }

    /// <summary>Whether it is searched in the normalized text.</summary>
    public bool IsNormalized { get; init; }
}
