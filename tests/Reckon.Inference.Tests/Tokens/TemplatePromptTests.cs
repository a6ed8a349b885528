using System.Collections.Immutable;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.Tokens;
using Reckon.Search;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Tokens;

public sealed class TemplatePromptTests
{
    private static readonly SimulatedTokenizer _tokenizer = new();
    private static readonly RevisionTemplate _revision = new("{answers}Q: {problem}\n", "A: {answer}\n");
    private static readonly Problem _problem = Some.Problem() with { Question = "1+1?" };

    [Fact]
    public void Shows_earlier_answers_the_oldest_first() =>
        Assert.Equal("A: two\nA: three\nQ: 1+1?\n", Text(Prompt(_revision).EncodeRevision(_problem, ["two", "three"])));

    [Fact]
    public void Answers_may_follow_the_question() =>
        Assert.Equal("1+1? [two][three]", Text(Prompt(new RevisionTemplate("{problem} {answers}", "[{answer}]")).EncodeRevision(_problem, ["two", "three"])));

    [Fact]
    public void What_a_question_or_an_answer_says_is_never_taken_for_a_placeholder() => Assert.Equal(
        "A: {answer}{problem}\nQ: {answers}\n",
        Text(Prompt(_revision).EncodeRevision(_problem with { Question = "{answers}" }, ["{answer}{problem}"])));

    [Fact]
    public void A_model_that_was_made_for_no_revisions_cannot_be_asked_for_one() =>
        Assert.Null(new TemplatePrompt(_tokenizer, "{problem}", null).EncodeRevision(_problem, ["two"]));

    [Fact]
    public void What_a_sweep_says_stands_before_the_problem_and_before_what_a_revision_shows()
    {
        var preface = new Preface { System = "Add.", Examples = [new WorkedExample("2+1?{problem}", "3")] };
        var prompt = new TemplatePrompt(_tokenizer, "Q: {problem}\n", null, _revision);

        Assert.Equal("Add.\n\nQ: 2+1?{problem}\n3\n\nQ: 1+1?\n", Text(prompt.With(preface).Encode(_problem)));
        Assert.Equal("Add.\n\nQ: 2+1?{problem}\n3\n\nA: two\nQ: 1+1?\n", Text(prompt.With(preface).EncodeRevision(_problem, ["two"])));
        Assert.Equal("Q: 1+1?\n", Text(prompt.With(null).Encode(_problem)));
    }

    [Fact]
    public void What_the_folder_says_stands_there_unless_the_sweep_says_it_otherwise()
    {
        var turns = new ChatTurns { System = "Add.", Examples = [new WorkedExample("2+1?", "3")] };
        var prompt = new TemplatePrompt(_tokenizer, "Q: {problem}\n", null, _revision, turns);

        Assert.Equal("Add.\n\nQ: 2+1?\n3\n\nQ: 1+1?\n", Text(prompt.Encode(_problem)));
        Assert.Equal("Count.\n\nQ: 2+1?\n3\n\nQ: 1+1?\n", Text(prompt.With(new Preface { System = "Count." }).Encode(_problem)));
    }

    [Theory]
    [InlineData(100, "A: two\nA: three\nQ: 1+1?\n")]
    [InlineData(32, "A: three\nQ: 1+1?\n")] // 18 tokens, and 10 for the answer.
    [InlineData(20, "1+1?")]
    public void The_oldest_answers_make_room_for_the_new_one(int contextTokens, string expected)
    {
        var prefix = Some.Prefix() with
        {
            Problem = _problem,
            Earlier = [[new Step("two", [1], 0)], [new Step("three", [1], 0)]],
        };

        Assert.Equal(expected, Text(Prompt(_revision).EncodeOrThrow(prefix, contextTokens, answerTokens: 10)));
    }

    [Fact]
    public void A_revision_that_the_model_cannot_be_asked_for_is_refused() => Assert.Contains(
        "prompt.revision is missing",
        Assert.Throws<ArgumentException>(() => new TemplatePrompt(_tokenizer, "{problem}", null)
            .EncodeOrThrow(Some.Prefix() with { Earlier = [[new Step("two", [1], 0)]] }, 100, 10)).Message,
        StringComparison.Ordinal);

    private static TemplatePrompt Prompt(RevisionTemplate revision) => new(_tokenizer, "{problem}", null, revision);

    private static string Text(ImmutableArray<int>? ids) => _tokenizer.Decode(ids!.Value.AsSpan());
}
