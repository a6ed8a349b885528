using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Datasets;

/// <summary>What a dataset says about itself.</summary>
/// <param name="Name">Its name; null where it has none.</param>
/// <param name="Answers">How answers are found and compared; null where it does not say.</param>
/// <param name="Rows">How its lines become problems.</param>
public sealed record DatasetDescriptor(string? Name, AnswerFormat? Answers, RowFormat Rows)
{
    /// <summary>Nothing said.</summary>
    public static DatasetDescriptor Absent { get; } = new(null, null, RowFormat.Default);
}
