using System.Text.Json;
using Reckon.Evaluation.Outcomes;

namespace Reckon.Evaluation.Documents;

/// <summary>An outcome as one line of JSON: equal outcomes give equal bytes, and a line gives back its outcome exactly.</summary>
public static class OutcomeJson
{
    /// <summary>
    /// The format of the lines, for stores that keep them: another version of the program may not read what this one wrote.
    /// </summary>
    public const string Form = "outcome-3";

    /// <summary>The outcome as JSON without a line break, in ASCII, its properties in a fixed order.</summary>
    public static string Write(TrialOutcome outcome) => JsonSerializer.Serialize(outcome, EvaluationJson.Default.TrialOutcome);

    /// <summary>The outcome that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The line is not such an outcome.</exception>
    public static TrialOutcome Read(string line) =>
        JsonSerializer.Deserialize(line, EvaluationJson.Default.TrialOutcome) ?? throw new JsonException("The line holds no outcome.");
}
