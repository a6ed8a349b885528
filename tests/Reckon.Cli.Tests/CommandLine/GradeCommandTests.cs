using Microsoft.Extensions.Time.Testing;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

public sealed class GradeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0, "equal", @"\frac12", "0.5")]
    [InlineData(4, "different", @"\frac12", "0.6")]
    [InlineData(3, "undecided", "5", @"\clubsuit")]
    [InlineData(4, "different", "5", "")]
    [InlineData(0, "equal", "--", "-5", "- 5")]
    [InlineData(0, "equal", "--", "-x", "x - 2x")]
    [InlineData(0, "equal", "-5", "-5.0")]
    [InlineData(0, "equal", "--kind", "integer", "18", "$18.00")]
    [InlineData(3, "undecided", "--kind", "integer", "18", "eighteen")]
    [InlineData(4, "different", "--kind", "text", "1000.0", "1000")]
    [InlineData(4, "different", "12", @"12\text{ cm}", "--unit-may-be-missing", "false")]
    [InlineData(0, "equal", "0.1", @"10\%", "--percent-is-hundredth")]
    [InlineData(0, "equal", @"\frac{\pi}{6}", "0.5236", "--rounded-from-digits", "4")]
    [InlineData(0, "equal", "5", @"so \boxed{5}.", "--text")]
    [InlineData(4, "different", "5", "I do not know.", "--text")]
    [InlineData(4, "different", "5", @"\boxed{5} of 6", "--text", "--extraction", "last-number")]
    public async Task Says_whether_answers_are_the_same_in_a_word_and_by_the_exit_code(int code, string verdict, params string[] arguments)
    {
        Assert.Equal(code, await GradeAsync(arguments));
        Assert.StartsWith($"{verdict}\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Tells_how_both_were_read()
    {
        await GradeAsync(@"\frac12", @"3\text{ cm}");

        Assert.Equal(
            "different\nreference: \\frac12\n  read as: 1/2\nanswer: 3\\text{ cm}\n  read as: 3[cm]\n", _output.ToString());
    }

    [Theory]
    [InlineData(@"\boxed{4} and \boxed{9}",
        "found: several answers that are one list, by the rule boxed\nanswer: 4, 9\n  read as: {4,9}\n")]
    [InlineData("The answer is 7.", "found: one answer, by the rule final-answer\nanswer: 7\n  read as: 7\n")]
    [InlineData(@"\boxed{7", "found: none: the text ends inside of the answer that the rule boxed found\n")]
    [InlineData("<think>7", "found: none: the text ends inside of the answer that the rule last-number found\n")]
    [InlineData("none", "found: none\n")]
    public async Task Tells_what_was_found_in_a_text_and_by_which_rule(string text, string expected)
    {
        await GradeAsync("8", text, "--text");

        Assert.Equal($"different\nreference: 8\n  read as: 8\n{expected}", _output.ToString());
    }

    [Fact]
    public async Task Shows_no_control_characters()
    {
        await GradeAsync("5", "\u001b[31m");

        Assert.DoesNotContain('\u001b', _output.ToString());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("5", "6", "7")]
    [InlineData("5", "6", "--kind", "number")]
    [InlineData("5", "6", "--knd")]
    [InlineData("5", "-x")]
    [InlineData("5", "6", "--extraction", "boxed")]
    [InlineData("5", "6", "--text", "--extraction", "guess")]
    [InlineData("5", "6", "--kind", "integer", "--lists-are-ordered")]
    [InlineData("5", "6", "--rounded-from-digits", "0")]
    [InlineData("5", "6", "--rounded-from-digits", "many")]
    public async Task A_wrong_command_line_is_refused_with_2(params string[] arguments)
    {
        Assert.Equal(2, await GradeAsync(arguments));
        Assert.Contains("See 'reckon --help'.", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    private Task<int> GradeAsync(params string[] arguments)
    {
        var faults = new FaultLog(_folder.File("faults"), new FakeTimeProvider());
        return new ReckonCommand(new FixedRun(_ => 0), "1.2.3", ProcessEnvironment.OfProcess(), new Terminal(_output, _error), faults)
            .InvokeAsync(["grade", .. arguments], TestContext.Current.CancellationToken);
    }
}
