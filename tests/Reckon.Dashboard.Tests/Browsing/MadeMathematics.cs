using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Trees;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>A problem and its solutions as models write them for competition mathematics.</summary>
internal static class MadeMathematics
{
    private const string Question = """
        Let $a$ and $b$ be the roots of $x^2 - 5x + 3 = 0$. Find the value of
        \[\frac{1}{a^2} + \frac{1}{b^2}.\]
        """;

    private static readonly string[] _steps =
    [
        "By Vieta's formulas, $a + b = 5$ and $ab = 3$.\n\n",
        "We combine the fractions:\n\\[\\frac{1}{a^2} + \\frac{1}{b^2} = \\frac{a^2 + b^2}{(ab)^2} = \\frac{(a+b)^2 - 2ab}{(ab)^2}.\\]\n\n",
        "So the value is $\\frac{25 - 6}{9} = \\boxed{\\frac{19}{9}}$.",
        "We combine the fractions and forget a term: $\\frac{(a+b)^2}{(ab)^2} = \\frac{25}{9}$.\n\n",
        "The answer is $\\boxed{\\frac{25}{9}}$, about $\\sqrt{7.7}$.",
    ];

    public static ProblemTrees Trees(string id, TrialOutcome outcome) => new(
        new Problem(id, Question, @"\frac{19}{9}", "algebra", 3),
        1,
        ["boxed"],
        [
            Step(0, -1, 0, 0.97, Ending.Open), Step(1, 0, 0, 0.93, Ending.Open), Step(2, 1, 0, 0.98, Ending.Finished),
            Step(3, 0, 1, 0.41, Ending.Open), Step(4, 3, 0, 0.12, Ending.Finished),
        ],
        [
            new TreeAnswer(@"\frac{19}{9}", true, Grading.Grades.GradeStatus.Graded),
            new TreeAnswer(@"\frac{25}{9}", false, Grading.Grades.GradeStatus.Graded),
        ],
        [
            new TrialTree(
                outcome.Run, outcome.Seed, SearchEnd.Completed, 3, Cost.Zero,
                [new TreeNode(0, 1, 1, 1), new TreeNode(1, 1, 2, 2), new TreeNode(3, 1, 2, 2), new TreeNode(2, 1, 3, 3), new TreeNode(4, 1, 3, 3)],
                [new TreeCandidate(3, 0, 0, 0, 0.98), new TreeCandidate(4, 1, 0, 1, 0.12)],
                [.. outcome.Selections.Select(_ => 0)]),
        ]);

    private static TreeStep Step(int number, int parent, int child, double score, Ending ending) =>
        new(0, parent, child, _steps[number], _steps[number].Length / 4, -1, ending, score, 1);
}
