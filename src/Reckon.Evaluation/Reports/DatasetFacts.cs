using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Reports;

/// <summary>The dataset, as a report names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of its file, in lower-case hex.</param>
/// <param name="Problems">Problems taken from it.</param>
/// <param name="Overlong">Problems left out because they do not fit the models.</param>
/// <param name="Excluded">Problems left out because the sweep says so.</param>
public sealed record DatasetFacts(
    string Name,
    string Sha256,
    int Problems,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Overlong = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Excluded = 0);
