using Reckon.Grading.Expressions;

namespace Reckon.Grading.Latex;

/// <summary>A piece of an answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its one spelling.</param>
/// <param name="Value">A number's value.</param>
/// <param name="AfterSpace">Whether space stands before it.</param>
/// <param name="InText">Whether it stands in a <c>\text</c> or the like.</param>
internal readonly record struct Token(TokenKind Kind, string Text, Rational Value = default, bool AfterSpace = false, bool InText = false)
{
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsCommand(string name) => Kind == TokenKind.Command && Text == name;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;
}
