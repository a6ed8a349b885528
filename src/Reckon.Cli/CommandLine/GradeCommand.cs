using System.CommandLine;
using System.CommandLine.Parsing;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading;
using Reckon.Grading.Comparison;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon grade REFERENCE ANSWER [--kind KIND] [--text]</c>, with the choices of a dataset's descriptor as options.</summary>
internal static class GradeCommand
{
    public static Command Create(Terminal terminal)
    {
        var reference = new Argument<string>("REFERENCE") { Description = "The right answer, as a dataset writes it." };
        var answer = new Argument<string>("ANSWER")
        {
            Description = "The answer that is compared with it. After '--' both may begin with a minus.",
        };
        var text = new Option<bool>("--text") { Description = "ANSWER is all that a model wrote: find the answer in it first." };
        var command = new Command(
            "grade",
            "Say whether an answer is the same as another, and how both were read. "
            + $"Exit code: {ExitCode.Success} the same, {ExitCode.Different} different, {ExitCode.Undecided} undecided.")
        {
            reference, answer, text,
        };
        var flags = new AnswerFlags(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(flags.Extraction) is not null && !result.GetValue(text))
            {
                result.AddError($"{flags.Extraction.Name} finds an answer in a text; give {text.Name}, too.");
            }
        });
        command.SetAction(arguments =>
        {
            var (right, given) = (arguments.GetRequiredValue(reference), arguments.GetRequiredValue(answer));
            return Misspelled(arguments, right, given) is { } word
                ? Refuse(word, terminal)
                : Run(flags.Read(arguments), right, given, arguments.GetValue(text), terminal);
        });
        return command;
    }

    // The parser takes an option that it does not know for an answer.
    private static string? Misspelled(ParseResult arguments, params string[] answers) =>
        arguments.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? null
            : Array.Find(answers, answer => answer is ['-', _, ..] && !char.IsAsciiDigit(answer[1]) && answer[1] != '.');

    private static int Refuse(string word, Terminal terminal)
    {
        var line = $"{Quoted.Of(word)} is not an option of this command. Write answers that begin with a minus after '--'.";
        terminal.Error.WriteLine(SafeText.Terminal(line));
        terminal.Error.WriteLine("See 'reckon --help'.");
        return ExitCode.Usage;
    }

    private static int Run(AnswerFormat format, string reference, string text, bool isText, Terminal terminal)
    {
        var found = isText ? Graders.For(format, reference).Extract(text) : ExtractedAnswer.Given(text);
        var comparer = AnswerComparers.For(format);
        var (right, given) = (comparer.Read(reference), comparer.Read(found.Text ?? ""));
        var verdict = found.Text is null ? Equivalence.NotEqual : comparer.Compare(right, given);

        Tell(terminal, verdict switch { Equivalence.Equal => "equal", Equivalence.NotEqual => "different", _ => "undecided" });
        Tell(terminal, $"reference: {reference}");
        Tell(terminal, $"  read as: {Reading(right)}");
        if (isText)
        {
            Tell(terminal, $"found: {Finding(found)}");
        }

        if (found.Text is { } answer)
        {
            Tell(terminal, $"answer: {answer}");
            Tell(terminal, $"  read as: {Reading(given)}");
        }

        return verdict switch
        {
            Equivalence.Equal => ExitCode.Success,
            Equivalence.NotEqual => ExitCode.Different,
            _ => ExitCode.Undecided,
        };
    }

    private static string Finding(ExtractedAnswer found) => found.Status switch
    {
        ExtractionStatus.Answered => $"one answer, by the rule {found.Rule}",
        ExtractionStatus.Several => $"several answers that are one list, by the rule {found.Rule}",
        ExtractionStatus.Truncated when found.Rule is { } rule => $"none: the text ends inside of the answer that the rule {rule} found",
        ExtractionStatus.Truncated => "none: the text ends too early",
        _ => "none",
    };

    private static string Reading(ReadAnswer answer) => answer.Status switch
    {
        AnswerStatus.Parsed => answer.Key,
        AnswerStatus.NoAnswer => "nothing: it is empty",
        AnswerStatus.TooComplex => "nothing: it is longer, deeper or costlier than the limits allow",
        _ => "nothing: it is not understood, and equals only what is spelled alike",
    };

    private static void Tell(Terminal terminal, string line) => terminal.Output.WriteLine(SafeText.Terminal(line));
}
