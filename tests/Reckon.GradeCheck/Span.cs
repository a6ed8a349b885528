using Reckon.Grading.Extraction;

namespace Reckon.GradeCheck;

/// <summary>
/// The part of a vector's text that is the answer: a box, what stands behind "answer is", a formula in prose, or all of it.
/// </summary>
internal static class Span
{
    private const int LongestAnswer = 120;

    private static readonly RulesInOrder _rules = new(new ExtractionRules([AnswerExtractors.Boxed, AnswerExtractors.FinalAnswer]));

    public static string Of(string text) => _rules.Find(new Completion(text)).Text ?? Formula(text) ?? text;

    private static string? Formula(string text)
    {
        var last = text.LastIndexOf('$');
        var first = last > 0 ? text.LastIndexOf('$', last - 1) : -1;
        var outside = string.Concat(text.Split('$').Where((_, index) => index % 2 == 0));
        var words = outside.Split(' ').Count(word => word.Length > 2 && word is not "and" && word.All(char.IsLetter));
        return first >= 0 && last - first > 1 && (words > 1 || text.Length > LongestAnswer) ? text[(first + 1)..last] : null;
    }
}
