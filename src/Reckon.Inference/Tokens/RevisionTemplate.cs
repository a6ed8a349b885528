namespace Reckon.Inference.Tokens;

/// <summary>How a model is asked to revise: a prompt that shows earlier answers, the oldest first.</summary>
/// <param name="Prompt">Holds <c>{problem}</c> once and <c>{answers}</c> once.</param>
/// <param name="Answer">How one answer is shown: holds <c>{answer}</c> once. Answers follow one another as they are.</param>
public sealed record RevisionTemplate(string Prompt, string Answer)
{
    /// <summary>The place of the answers in <see cref="Prompt"/>.</summary>
    public const string AnswersPlaceholder = "{answers}";

    /// <summary>The place of an answer in <see cref="Answer"/>.</summary>
    public const string AnswerPlaceholder = "{answer}";

    /// <summary>A part of <see cref="Prompt"/> with <paramref name="answers"/> in their place, where it has one.</summary>
    public string With(string part, IEnumerable<string> answers)
    {
        var shown = answers.Select(answer => Answer.Replace(AnswerPlaceholder, answer, StringComparison.Ordinal));
        return part.Replace(AnswersPlaceholder, string.Concat(shown), StringComparison.Ordinal);
    }
}
