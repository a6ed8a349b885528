using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Text;

/// <summary>What ways of choosing an answer are called in tables.</summary>
public static class SelectorName
{
    /// <summary>The rule, and the aggregation where there is a choice of them: <c>weighted</c>, or <c>weighted (min)</c>.</summary>
    public static string Of(Selector selector) => selector.Aggregation is { } aggregation
        ? $"{CamelCase.Of(selector.Rule)} ({CamelCase.Of(aggregation)})"
        : CamelCase.Of(selector.Rule);
}
