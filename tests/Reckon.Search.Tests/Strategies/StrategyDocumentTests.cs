using System.Text.RegularExpressions;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

/// <summary>What docs/strategies.md says of parameters is what the code says, and what it says of accuracies is what was measured.</summary>
public sealed partial class StrategyDocumentTests
{
    private const string Measured = "*Measured*";

    private static readonly string[] _results = ["strategies.md", "adaptive.md"];

    private static readonly string _document = File.ReadAllText(RepositoryRoot.PathTo("docs", "strategies.md"));

    public static TheoryData<string> Keys => [.. StrategyRegistry.BuiltIn.All.Select(definition => definition.Key)];

    [Theory, MemberData(nameof(Keys))]
    public void Every_strategy_of_the_program_has_an_entry_with_all_its_parameters(string key)
    {
        var definition = StrategyRegistry.BuiltIn.WithKey(key)!; // One of all.
        var entry = EntryOf(key);

        Assert.Contains($"In results: `{definition.Name}`.", entry, StringComparison.Ordinal);
        Assert.Contains("Source: ", entry, StringComparison.Ordinal);
        Assert.Equal(definition.Parameters.Select(Row), entry.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_entry_has_figures_that_are_in_the_table_of_results(string key)
    {
        var results = string.Concat(_results.Select(name => File.ReadAllText(RepositoryRoot.PathTo("docs", "results", name))));
        var entry = EntryOf(key).ReplaceLineEndings(" ");
        Assert.Contains(Measured, entry, StringComparison.Ordinal);

        var figures = WithInterval().Matches(entry[entry.IndexOf(Measured, StringComparison.Ordinal)..]).Select(figure => figure.Value).ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Contains(figure, results, StringComparison.Ordinal));
    }

    private static string EntryOf(string key) =>
        _document.Split("\n## ").Single(section => section.Split('\n')[0].EndsWith($": `{key}`", StringComparison.Ordinal));

    [GeneratedRegex(@"\d+\.\d \[\d+\.\d, \d+\.\d\]")]
    private static partial Regex WithInterval();

    private static string Row(StrategyParameter parameter) =>
        $"| `{parameter.Name}` | {parameter.Description} | {parameter.Expected} | {parameter.DefaultValue?.ToString() ?? "required"} |";
}
