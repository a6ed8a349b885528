namespace Reckon.Evaluation.Datasets;

/// <summary>Which field of a dataset's JSON holds what. Null: no field does.</summary>
/// <param name="Id">The problem's id; where no field holds one, ids are made of the file's name and the line.</param>
/// <param name="Problem">The text that the model is asked.</param>
/// <param name="Answer">The reference answer, or the text that it is cut out of.</param>
/// <param name="Solution">A solution written out; only estimates of cost look at it.</param>
/// <param name="Subject">The topic.</param>
/// <param name="Level">The difficulty: <c>3</c>, <c>"3"</c> or <c>"Level 3"</c>.</param>
public sealed record DatasetFields(
    string? Id = "id", string Problem = "problem", string Answer = "answer",
    string? Solution = "solution", string? Subject = "subject", string? Level = "level")
{
    /// <summary>Every field is called by what it holds.</summary>
    public static DatasetFields Default { get; } = new();
}
