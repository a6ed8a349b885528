using Reckon.Grading.Extraction;

namespace Reckon.Evaluation.Datasets;

/// <summary>How a line of a dataset becomes a problem. It can change results, so it is part of a sweep's hash.</summary>
/// <param name="Fields">Which field holds what.</param>
/// <param name="Reference">The rules that cut the reference answer out of its field; null when the field holds it alone.</param>
/// <param name="IdPrefix">What ids begin with where no field holds them; null where one does, or before the file is known.</param>
public sealed record RowFormat(DatasetFields Fields, ExtractionRules? Reference = null, string? IdPrefix = null)
{
    /// <summary>What is used for a dataset that does not say.</summary>
    public static RowFormat Default { get; } = new(DatasetFields.Default);

    /// <summary>
    /// The format for the file called <paramref name="fileName"/>: ids that no field holds begin with its name, such as
    /// <c>gsm8k-test</c>.
    /// </summary>
    public RowFormat For(string fileName) => Fields.Id is not null
        ? this
        : this with { IdPrefix = Path.GetFileNameWithoutExtension(fileName).Replace('_', '-') };

    /// <summary>The id of the problem in line <paramref name="line"/>, from 1, where no field holds one.</summary>
    public string IdOfLine(int line) => $"{IdPrefix}-{line:D4}";
}
