using System.ComponentModel.DataAnnotations;

namespace Reckon.Inference.Simulated;

/// <summary>
/// How fast a simulated device is, and how long what it writes. The defaults are about those of a proposer and a verifier with 7 billion weights each
/// on one H200.
/// </summary>
public sealed record SimulatedRates
{
    /// <summary>Time of a decode step, which gives each running row a token. 1 ms to 10 s. Default: 12 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan TokenTime { get; set; } = TimeSpan.FromMilliseconds(12);

    /// <summary>Time to read a prompt or a prefix before the first token. Default: 5 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan PrefillTime { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Time to judge up to as many continuations as there are rows. Default: 5 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan JudgeTime { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Tokens of a step. Default: 40.</summary>
    [Range(1, 10_000)]
    public int StepTokens { get; set; } = 40;

    /// <summary>Steps of an answer. Default: 8.</summary>
    [Range(1, 1_000)]
    public int AnswerSteps { get; set; } = 8;

    /// <summary>How long a row takes for so many tokens.</summary>
    public TimeSpan TimeOf(int tokens) => PrefillTime + (tokens * TokenTime);
}
