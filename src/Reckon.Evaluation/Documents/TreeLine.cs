using System.Text.Json.Serialization;
using Reckon.Evaluation.Trees;
using Reckon.Search;

namespace Reckon.Evaluation.Documents;

/// <summary>One line of a problem's trees: exactly one of these.</summary>
internal sealed record TreeLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemLine? Problem { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TreeStep? Step { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TreeAnswer? Answer { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TrialLine? Trial { get; init; }
}
