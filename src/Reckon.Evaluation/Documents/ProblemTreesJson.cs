using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Evaluation.Trees;
using Reckon.Search;

namespace Reckon.Evaluation.Documents;

/// <summary>
/// The trees of a problem as lines of JSON: the problem, then its steps, its answers and its trials, one a line. Equal trees give equal
/// bytes, and the lines give back their trees exactly.
/// </summary>
public static class ProblemTreesJson
{
    /// <summary>The lines, in ASCII, each with its line break.</summary>
    public static IEnumerable<byte[]> Write(ProblemTrees trees)
    {
        yield return Line(new TreeLine { Problem = new ProblemLine(trees.Problem, trees.GradingVersion, trees.Rules) });
        foreach (var step in trees.Steps)
        {
            yield return Line(new TreeLine { Step = step });
        }

        foreach (var answer in trees.Answers)
        {
            yield return Line(new TreeLine { Answer = answer });
        }

        foreach (var trial in trees.Trials)
        {
            yield return Line(new TreeLine { Trial = TrialLine.Of(trial) });
        }
    }

    /// <summary>The trees that <see cref="Write"/> wrote as <paramref name="lines"/>.</summary>
    /// <exception cref="JsonException">The lines are not such trees.</exception>
    public static ProblemTrees Read(IEnumerable<string> lines)
    {
        var read = lines.Select(Read).ToList();
        if (read is not [{ Problem: { } head }, ..])
        {
            throw new JsonException("The first line holds no problem.");
        }

        return new ProblemTrees(
            head.Problem,
            head.GradingVersion,
            head.Rules,
            [.. read.Select(line => line.Step).OfType<TreeStep>()],
            [.. read.Select(line => line.Answer).OfType<TreeAnswer>()],
            [.. read.Select(line => line.Trial).OfType<TrialLine>().Select(line => line.ToTree())]);
    }

    private static byte[] Line(TreeLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, EvaluationJson.Default.TreeLine), (byte)'\n'];

    private static TreeLine Read(string line) =>
        JsonSerializer.Deserialize(line, EvaluationJson.Default.TreeLine) ?? throw new JsonException("A line holds nothing.");
}
