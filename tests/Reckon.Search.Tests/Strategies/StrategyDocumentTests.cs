using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

/// <summary>What docs/strategies.md says of parameters is what the code says.</summary>
public sealed class StrategyDocumentTests
{
    private static readonly string _document = File.ReadAllText(RepositoryRoot.PathTo("docs", "strategies.md"));

    public static TheoryData<string> Keys => [.. StrategyRegistry.BuiltIn.All.Select(definition => definition.Key)];

    [Theory, MemberData(nameof(Keys))]
    public void Every_strategy_of_the_program_has_an_entry_with_all_its_parameters(string key)
    {
        var definition = StrategyRegistry.BuiltIn.WithKey(key)!; // One of all.
        var entry = _document.Split("\n## ").Single(section => section.Split('\n')[0].EndsWith($": `{key}`", StringComparison.Ordinal));

        Assert.Contains($"In results: `{definition.Name}`.", entry, StringComparison.Ordinal);
        Assert.Contains("Source: ", entry, StringComparison.Ordinal);
        Assert.Equal(definition.Parameters.Select(Row), entry.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    private static string Row(StrategyParameter parameter) =>
        $"| `{parameter.Name}` | {parameter.Description} | {parameter.Expected} | {parameter.DefaultValue?.ToString() ?? "required"} |";
}
