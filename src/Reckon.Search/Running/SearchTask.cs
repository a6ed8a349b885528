using Reckon.Search.Strategies;

namespace Reckon.Search.Running;

/// <summary>One search to run.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Seed">Keys every draw, together with the problem's id.</param>
/// <param name="Strategy">What to grow.</param>
/// <param name="Sampling">How continuations are drawn.</param>
public sealed record SearchTask(Problem Problem, long Seed, ISearchStrategy Strategy, Sampling Sampling)
{
    /// <summary>Tokens that a prompt may have beside those of the question, at the most, for either model. Default: 64.</summary>
    public int PromptOverheadTokens { get; init; } = 64;

    /// <summary>Whose work it is: see <see cref="Prefix.Owner"/>.</summary>
    public string Owner { get; init; } = "";
}
