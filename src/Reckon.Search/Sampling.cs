using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reckon.Search;

/// <summary>How continuations are drawn. Part of the spec: each of these changes results.</summary>
/// <remarks>
/// In this order: penalties on the logits, temperature, then three cuts, each applied to what the previous one left: top-k, top-p,
/// min-p. The best token is never cut, and of equal ones the lower id is the better. A token is drawn from what is left, made
/// to sum to one again. The defaults change nothing.
/// </remarks>
/// <param name="Temperature">Divides the logits before the softmax; above 0. At 0 the most likely token is taken.</param>
/// <param name="MaxStepTokens">Longest step, in tokens, its delimiter included; at least 1.</param>
/// <param name="MaxAnswerTokens">Longest whole answer, in tokens over all its steps; at least 1.</param>
/// <param name="TopK">Keeps that many of the most likely tokens; 0 keeps all.</param>
/// <param name="TopP">
/// Keeps the fewest of the most likely tokens whose probabilities reach this sum; above 0, at most 1, which keeps all (Holtzman et
/// al. 2019).
/// </param>
/// <param name="MinP">
/// Keeps the tokens that are at least this many times as likely as the most likely one; 0, which keeps all, to 1 (Nguyen et al.
/// 2024).
/// </param>
/// <param name="RepetitionPenalty">
/// Divides the logits above 0, and multiplies those below, of every token of the prompt and of the path so far; above 0, and 1
/// changes nothing (Keskar et al. 2019).
/// </param>
/// <param name="PresencePenalty">
/// Subtracted from the logit of every token that the path has written; the prompt does not count; 0 changes nothing.
/// </param>
/// <param name="FrequencyPenalty">The same, but subtracted once for each time that the token was written.</param>
/// <param name="Stop">
/// Texts that end the answer, none of them empty. They are looked for in the text that the path has written, delimiters
/// included, wherever its tokens end; the step's text ends before them, and its tokens stay as drawn.
/// </param>
public sealed record Sampling(
    double Temperature,
    int MaxStepTokens,
    int MaxAnswerTokens,
    int TopK = 0,
    double TopP = 1,
    double MinP = 0,
    double RepetitionPenalty = 1,
    double PresencePenalty = 0,
    double FrequencyPenalty = 0,
    ImmutableArray<string> Stop = default)
{
    /// <summary>Texts that end the answer.</summary>
    public ImmutableArray<string> Stop { get; init; } = Stop.IsDefault ? [] : Stop;

    /// <summary>The text that ends a step, wherever its tokens end; null for the proposer's own. Default: null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StepDelimiter { get; init; }

    /// <summary>What is said before each problem; null for what the proposer's folder says. Default: null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Preface? Preface { get; init; }

    /// <summary>The same, but the most likely token is taken each time.</summary>
    public Sampling Greedy() => this with { Temperature = 0, TopK = 0, TopP = 1, MinP = 0 };

    /// <inheritdoc/>
    public bool Equals(Sampling? other) =>
        other is not null && Temperature.Equals(other.Temperature) && MaxStepTokens == other.MaxStepTokens
        && MaxAnswerTokens == other.MaxAnswerTokens && TopK == other.TopK && TopP.Equals(other.TopP) && MinP.Equals(other.MinP)
        && RepetitionPenalty.Equals(other.RepetitionPenalty) && PresencePenalty.Equals(other.PresencePenalty)
        && FrequencyPenalty.Equals(other.FrequencyPenalty) && StepDelimiter == other.StepDelimiter
        && Preface == other.Preface && Stop.AsSpan().SequenceEqual(other.Stop.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Temperature, MaxStepTokens, MaxAnswerTokens, TopK, TopP, MinP, Stop.Length);
}
