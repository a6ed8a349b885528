using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;

namespace Reckon.Cli.CommandLine;

/// <summary>
/// The options of a command that say how answers are found and compared: what a dataset's descriptor says under <c>answer</c>.
/// </summary>
internal sealed class AnswerFlags
{
    private static readonly ExtractionRules _allRules = new([
        AnswerExtractors.Boxed, AnswerExtractors.FinalAnswer, AnswerExtractors.HashMarks, AnswerExtractors.LastNumber]);

    private readonly Option<string> _kind = new("--kind")
    {
        Description = $"What the answers are. Default: {AnswerKindNames.Mathematics}.",
        HelpName = string.Join('|', AnswerKindNames.All),
    };

    private readonly Option<string[]> _extraction = new("--extraction")
    {
        Description = $"A rule that finds the answer in a text; may be given more than once. Default: {_allRules}.",
        HelpName = "RULE",
    };

    private readonly Option<int?> _digits = new(NameOf(AnswerPolicyKeys.RoundedFromDigits))
    {
        Description = "The least significant digits with which a rounded decimal equals the exact value. Default: none do.",
        HelpName = "N",
    };

    private readonly ImmutableArray<(Option<bool?> Option, Func<AnswerPolicy, bool, AnswerPolicy> Set)> _choices =
        [.. AnswerPolicyKeys.Flags.Select(flag => (Choice(flag.Key, flag.Get(AnswerPolicy.Default)), flag.Set))];

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public AnswerFlags(Command command)
    {
        _kind.AcceptOnlyFromAmong([.. AnswerKindNames.All]);
        _extraction.AcceptOnlyFromAmong([.. AnswerExtractors.Names]);
        _digits.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var digits)
                    && digits is >= 1 and <= AnswerPolicyKeys.MostDigits))
            {
                result.AddError($"{_digits.Name} is a whole number from 1 to {AnswerPolicyKeys.MostDigits}; '{token.Value}' is none.");
            }
        });
        command.Add(_kind);
        command.Add(_extraction);
        command.Add(_digits);
        _choices.Select(choice => choice.Option).ToList().ForEach(command.Add);
        command.Validators.Add(result =>
        {
            var choice = new Option[] { _digits }
                .Concat(_choices.Select(choice => choice.Option))
                .FirstOrDefault(option => result.GetResult(option) is not null);
            if (choice is not null && result.GetValue(_kind) is { } kind && kind != AnswerKindNames.Mathematics)
            {
                result.AddError($"{choice.Name} is of use to answers of the kind '{AnswerKindNames.Mathematics}' alone, not to '{kind}'.");
            }
        });
    }

    /// <summary>The option that names rules.</summary>
    public Option Extraction => _extraction;

    /// <summary>How the answers are found and compared.</summary>
    public AnswerFormat Read(ParseResult arguments)
    {
        var policy = AnswerPolicy.Default with { RoundedFromDigits = arguments.GetValue(_digits) };
        foreach (var (option, set) in _choices)
        {
            policy = arguments.GetValue(option) is { } value ? set(policy, value) : policy;
        }

        var rules = arguments.GetValue(_extraction) is { Length: > 0 } names ? new ExtractionRules([.. names.Distinct()]) : _allRules;
        return new AnswerFormat(rules, AnswerKindNames.Find(arguments.GetValue(_kind) ?? "") ?? AnswerKind.Mathematics) { Policy = policy };
    }

    private static Option<bool?> Choice(string key, bool standard) => new(NameOf(key))
    {
        Description = $"The choice {key} of docs/grading.md. Default: {(standard ? "true" : "false")}.",
        HelpName = "true|false",
    };

    // unitMayBeMissing is --unit-may-be-missing.
    private static string NameOf(string key)
    {
        var name = new StringBuilder("--");
        foreach (var letter in key)
        {
            name.Append(char.IsAsciiLetterUpper(letter) ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
