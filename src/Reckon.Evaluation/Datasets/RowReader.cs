using System.Globalization;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading.Comparison;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Search;

namespace Reckon.Evaluation.Datasets;

/// <summary>Makes a problem of one line of a dataset, and reports what is wrong with it.</summary>
internal sealed class RowReader(AnswerFormat answers, RowFormat rows)
{
    private const int LongestId = 200;
    private const string LevelWord = "Level ";
    private const string Unknown = "?";

    private static readonly IAnswerComparer _mathematics =
        AnswerComparers.For(AnswerFormat.Default with { Kind = AnswerKind.Mathematics });

    private readonly DatasetFields _fields = rows.Fields;
    private readonly IAnswerComparer _comparer = AnswerComparers.For(answers);
    private readonly RulesInOrder? _reference = rows.Reference is { } rules ? new RulesInOrder(rules) : null;

    public DatasetRow Read(JsonSection section, int line)
    {
        var problem = new Problem(
            _fields.Id is { } id ? section.RequiredValue(id) : rows.IdOfLine(line),
            section.RequiredText(_fields.Problem),
            ReadAnswer(section),
            _fields.Subject is { } subject ? section.OptionalText(subject) ?? "" : "",
            _fields.Level is { } level ? ReadLevel(section, level) : 0);
        var solution = _fields.Solution is { } field ? section.OptionalText(field) : null; // No trial needs it; estimates do.
        if (problem.Id.Length > LongestId || problem.Id.Any(char.IsControl))
        {
            section.Report(_fields.Id ?? "", $"{Quoted.Of(problem.Id)} is not a valid id",
                $"Use at most {LongestId} characters, none of them a control character");
        }

        return new DatasetRow(line, problem, solution);
    }

    private string ReadAnswer(JsonSection section)
    {
        var field = section.RequiredValue(_fields.Answer);
        var answer = _reference is null || field.Length == 0 ? field : _reference.Find(new Completion(field)).Text;
        if (answer is null)
        {
            section.Report(
                _fields.Answer, $"there is no answer in {Quoted.Of(field)} by the rule '{rows.Reference}'",
                "Correct it, or name the rule that finds it as \"answer\": {\"reference\": …} in the descriptor");
            return "";
        }

        if (answer.Length > 0 && _comparer.ExpectedForm(answer) is { } expected)
        {
            section.Report(
                _fields.Answer, $"expected {expected}, found {Quoted.Of(answer)}",
                $"Correct it, or write \"answer\": {{\"kind\": \"{KindFor(answer)}\"}} in the descriptor,"
                + $" such as {DatasetLoader.DescriptorName}");
        }

        return answer;
    }

    // Numbers and formulas are compared by what they mean; words by how they are written.
    private static string KindFor(string answer)
    {
        var looksLikeFormula = answer.Any(c => char.IsAsciiDigit(c) || c is '\\' or '^');
        var isFormula = looksLikeFormula && _mathematics.ExpectedForm(answer) is null;
        return isFormula ? AnswerKindNames.Mathematics : AnswerKindNames.Text;
    }

    // MATH writes "Level 5", and "Level ?" where the level is unknown.
    private static int ReadLevel(JsonSection section, string key)
    {
        if (!section.Has(key))
        {
            return 0;
        }

        var text = section.OptionalValue(key) ?? "";
        var level = text.StartsWith(LevelWord, StringComparison.OrdinalIgnoreCase) ? text[LevelWord.Length..] : text;
        if (level == Unknown)
        {
            return 0;
        }

        if (int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        section.Report(key, $"expected a whole number of at least 0, found {section.Shown(key)}",
            "Write such a number, or 'Level 3', or leave the field out");
        return 0;
    }
}
