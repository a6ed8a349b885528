using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Evaluation.Trees;
using Reckon.Search;

namespace Reckon.Evaluation.Documents;

/// <summary>
/// The trees of a problem as lines of JSON: the problem, then its steps, its answers and its trials, one per line. Equal trees give equal
/// bytes, and the lines give back their trees exactly.
/// </summary>
public static class ProblemTreesJson
{
    /// <summary>
    /// The format of the lines, for stores that keep them: another version of the program may not read what this one wrote.
    /// </summary>
    public const string Form = "trees-2";

    private const string StepBeginning = "{\"step\":";

    /// <summary>Writes the lines to <paramref name="stream"/>, in ASCII, each with its line break.</summary>
    public static void Write(ProblemTrees trees, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream);
        foreach (var line in LinesOf(trees))
        {
            JsonSerializer.Serialize(writer, line, EvaluationJson.Default.TreeLine);
            writer.Flush();
            stream.WriteByte((byte)'\n');
            writer.Reset();
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

    /// <summary>The same without the steps, which are most of it: enough for what depends on answers, scores and choices alone.</summary>
    /// <exception cref="JsonException">The lines are not such trees.</exception>
    public static ProblemTrees ReadWithoutSteps(IEnumerable<string> lines) =>
        Read(lines.Where(line => !line.StartsWith(StepBeginning, StringComparison.Ordinal)));

    private static IEnumerable<TreeLine> LinesOf(ProblemTrees trees) =>
    [
        new TreeLine { Problem = new ProblemLine(trees.Problem, trees.GradingVersion, trees.Rules) },
        .. trees.Steps.Select(step => new TreeLine { Step = step }),
        .. trees.Answers.Select(answer => new TreeLine { Answer = answer }),
        .. trees.Trials.Select(trial => new TreeLine { Trial = TrialLine.Of(trial) }),
    ];

    private static TreeLine Read(string line) =>
        JsonSerializer.Deserialize(line, EvaluationJson.Default.TreeLine) ?? throw new JsonException("A line holds nothing.");
}
