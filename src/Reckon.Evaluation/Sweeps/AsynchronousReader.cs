using Reckon.Evaluation.Yaml;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads whether a strategy's searches run asynchronous rounds.</summary>
internal static class AsynchronousReader
{
    private const string Key = StrategyDefinition.AsynchronousKey;

    /// <summary>What <paramref name="section"/> says, false where it says nothing; refused where the strategy has no such rounds.</summary>
    public static bool Read(StrategyDefinition definition, SectionReader section)
    {
        if (definition.AsynchronousConflict is not null)
        {
            return section.OptionalFlag(Key) ?? false;
        }

        // Asked for by name where it is there: else it would be named among the keys that may be used.
        var isThere = section.Source.Entries.Any(entry => entry.Key.Text == Key);
        if (isThere && section.OptionalFlag(Key) == true && section.Optional(Key) is { } node)
        {
            section.Log.Add(
                node.Line, node.Column, section.PathOf(Key),
                $"the strategy {definition.Name} has no asynchronous rounds: each is planned when the one before is over", $"Remove '{Key}'");
        }

        return false;
    }
}
