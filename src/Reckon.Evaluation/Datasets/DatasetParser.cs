using System.Collections.Immutable;
using System.Security.Cryptography;
using Reckon.Search;

namespace Reckon.Evaluation;

/// <summary>Reads a dataset: one JSON object a line. All lines are checked, also those behind the limit.</summary>
public static class DatasetParser
{
    private const int LongestId = 200;

    /// <summary>The dataset in <paramref name="bytes"/>, or everything that is wrong with it, by line.</summary>
    /// <param name="bytes">The file: UTF-8, blank lines allowed.</param>
    /// <param name="fileName">The file's path, for messages, and for the name where the descriptor has none.</param>
    /// <param name="limit">The most problems taken, at least 1; null for all.</param>
    /// <param name="descriptor">What the dataset says about itself.</param>
    public static Validated<Dataset> Parse(byte[] bytes, string fileName, int? limit, DatasetDescriptor descriptor)
    {
        var log = new DiagnosticLog(fileName);
        var answers = descriptor.Answers ?? AnswerFormat.Default;
        var problems = StrictUtf8.Decode(bytes, log) is null ? [] : ReadProblems(StrictUtf8.WithoutMark(bytes), answers, log);
        if (!log.IsClean)
        {
            return new Validated<Dataset>.Invalid(log.InOrder());
        }

        return new Validated<Dataset>.Valid(new Dataset(
            descriptor.Name ?? Path.GetFileNameWithoutExtension(fileName),
            descriptor.Version,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            answers,
            [.. problems.Take(limit ?? int.MaxValue)],
            Notes(descriptor)));
    }

    private static ImmutableArray<string> Notes(DatasetDescriptor descriptor) => descriptor.Answers is not null
        ? []
        : [$"No {DatasetLoader.DescriptorName} beside the dataset says how answers are found: taking whole numbers behind the last '{AnswerExtractors.HashMarks}'."];

    private static List<Problem> ReadProblems(ReadOnlyMemory<byte> content, AnswerFormat answers, DiagnosticLog log)
    {
        List<Problem> problems = [];
        var lineOfId = new Dictionary<string, int>();
        for (var line = 1; content.Length > 0; line++)
        {
            var end = content.Span.IndexOf((byte)'\n');
            var current = end < 0 ? content : content[..end];
            content = end < 0 ? default : content[(end + 1)..];
            if (!current.Span.ContainsAnyExcept(" \t\r"u8) || JsonSection.Parse(current, line, log) is not { } section)
            {
                continue;
            }

            var problem = Read(section, answers);
            if (problem.Id.Length > 0 && !lineOfId.TryAdd(problem.Id, line))
            {
                section.Report("id", $"the id {Quoted.Of(problem.Id)} stands in line {lineOfId[problem.Id]} already", "Give each problem an id of its own");
            }

            problems.Add(problem);
        }

        if (problems.Count == 0)
        {
            log.Add(0, 0, "", "the dataset holds no problem", "Write one JSON object a line, with id, problem and answer");
        }

        return problems;
    }

    private static Problem Read(JsonSection section, AnswerFormat answers)
    {
        var problem = new Problem(
            section.RequiredText("id"),
            section.RequiredText("problem"),
            section.RequiredText("answer"),
            section.OptionalText("subject") ?? "",
            section.OptionalCount("level"));
        section.OptionalText("solution"); // No trial needs it, but a wrong type is a fault of the file.
        if (problem.Id.Length > LongestId || problem.Id.Any(char.IsControl))
        {
            section.Report("id", $"{Quoted.Of(problem.Id)} cannot be an id", $"Use at most {LongestId} characters, none of them a control character");
        }

        if (problem.Answer.Length > 0 && AnswerComparers.For(answers.Kind).Misses(problem.Answer) is { } expected)
        {
            section.Report(
                "answer", $"expected {expected}, found {Quoted.Of(problem.Answer)}",
                $"Correct it, or write \"answer\": {{\"kind\": \"text\"}} in {DatasetLoader.DescriptorName}");
        }

        return problem;
    }
}
