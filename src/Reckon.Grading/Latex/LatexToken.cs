using Reckon.Grading.Expressions;

namespace Reckon.Grading.Latex;

/// <summary>A piece of an answer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its one spelling.</param>
/// <param name="Value">A number's value.</param>
/// <param name="AfterSpace">Whether there is space before it.</param>
/// <param name="InText">Whether it is in a <c>\text</c> or the like.</param>
internal readonly record struct LatexToken(LatexTokenKind Kind, string Text, Rational Value = default, bool AfterSpace = false, bool InText = false)
{
    public bool IsSign(string sign) => Kind == LatexTokenKind.Sign && Text == sign;

    public bool IsCommand(string name) => Kind == LatexTokenKind.Command && Text == name;

    public bool IsWord(string word) => Kind == LatexTokenKind.Word && Text == word;
}
