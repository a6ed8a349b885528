using Reckon.Evaluation.Text;
using Reckon.Evaluation.Trees;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Evaluation.Reports;

/// <summary>Says why an answer counts as right or wrong. Pure; foreign text in it is not made safe.</summary>
public static class VerdictText
{
    /// <summary>Why <paramref name="candidate"/> counts as it does.</summary>
    /// <param name="trees">The problem's trees.</param>
    /// <param name="candidate">One of their candidates.</param>
    /// <param name="format">How answers are found and compared.</param>
    public static string Of(ProblemTrees trees, TreeCandidate candidate, AnswerFormat format)
    {
        if (candidate.Answer < 0)
        {
            return $"no answer: none of the rules found one ({string.Join(", ", format.Extraction.Names)})";
        }

        var why = Of(trees.Answers[candidate.Answer], format);
        return candidate.Group < 0 ? $"{why}; takes no part: at most n solutions vote" : why;
    }

    private static string Of(TreeAnswer answer, AnswerFormat format) => answer.Status switch
    {
        GradeStatus.Graded when answer.IsCorrect => "right: equals the reference",
        GradeStatus.Graded => "wrong: differs from the reference",
        GradeStatus.Unparsable => $"wrong: cannot be read as {CamelCase.Of(format.Kind)}",
        GradeStatus.Undecided => "wrong: could not decide whether it equals the reference",
        _ => "wrong: no answer",
    };
}
