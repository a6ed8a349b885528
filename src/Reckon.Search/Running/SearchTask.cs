using Reckon.Search.Strategies;

namespace Reckon.Search.Running;

/// <summary>One search to run.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Seed">Keys every draw, together with the problem's id.</param>
/// <param name="Strategy">What to grow.</param>
/// <param name="Sampling">How continuations are drawn.</param>
public sealed record SearchTask(Problem Problem, long Seed, ISearchStrategy Strategy, Sampling Sampling)
{
    /// <summary>The most that its models can cost: what rounds are reserved at. Default: <see cref="SearchPrice.Default"/>.</summary>
    public SearchPrice Price { get; init; } = SearchPrice.Default;

    /// <summary>
    /// Whether it draws early what later rounds hold for certain, where its strategy can tell (<see cref="IAsynchronousStrategy"/>). Never
    /// changes its tree. Default: false.
    /// </summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>The search that the work belongs to: see <see cref="Prefix.Owner"/>.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Its share among others, 1 or more: see <see cref="Prefix.Priority"/>. Default: 1.</summary>
    public int Priority { get; init; } = 1;
}
