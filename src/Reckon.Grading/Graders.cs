using Reckon.Grading.Comparison;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;

namespace Reckon.Grading;

/// <summary>The graders that there are: any extraction with any comparison.</summary>
public static class Graders
{
    /// <summary>The grader of one problem, whose answers are of <paramref name="format"/> and whose right one is <paramref name="reference"/>.</summary>
    /// <exception cref="ArgumentException">There is no such extraction; a dataset that was loaded names only rules that there are.</exception>
    public static IGrader For(AnswerFormat format, string reference) =>
        new AnswerGrader(new RulesInOrder(format.Extraction), AnswerComparers.For(format), reference);
}
