using System.Runtime.CompilerServices;
using System.Text.Json;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Documents;

/// <summary>A sweep's spec as JSON: how it travels between processes and is stored.</summary>
public static class SweepDocument
{
    // Type information is costly to collect, and the same for all documents.
    private static readonly ConditionalWeakTable<StrategyRegistry, EvaluationJson> _json = [];

    /// <summary>The spec as JSON on one line, its properties in a fixed order.</summary>
    public static string Write(SweepSpec spec) => JsonSerializer.Serialize(spec, EvaluationJson.Default.SweepSpec);

    /// <summary>The spec that <see cref="Write"/> wrote.</summary>
    /// <param name="json">The document.</param>
    /// <param name="strategies">The strategies known here.</param>
    /// <exception cref="JsonException">The text is not such a spec, or names a strategy that is not among them.</exception>
    public static SweepSpec Read(string json, StrategyRegistry strategies) =>
        JsonSerializer.Deserialize(json, _json.GetValue(strategies, With).SweepSpec)
        ?? throw new JsonException("The document holds no sweep.");

    private static EvaluationJson With(StrategyRegistry strategies)
    {
        var options = new JsonSerializerOptions(EvaluationJson.Default.Options);
        options.Converters.Add(new StrategySpecConverter(strategies));
        return new EvaluationJson(options);
    }
}
