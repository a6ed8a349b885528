using System.Collections.Immutable;
using Reckon.Grading.Formats;
using Reckon.Search;

namespace Reckon.Evaluation.Datasets;

/// <summary>Problems with known answers.</summary>
/// <param name="Name">Its name: the descriptor's, else the file's.</param>
/// <param name="Sha256">SHA-256 of the whole file, limit or not, in lower-case hex.</param>
/// <param name="Answers">How answers are found and compared.</param>
/// <param name="Rows">How its lines became problems.</param>
/// <param name="Problems">The problems, in the file's order, cut at the limit; not empty, no two with one id.</param>
/// <param name="Notes">What was assumed where the files say nothing; for people.</param>
public sealed record Dataset(
    string Name,
    string Sha256,
    AnswerFormat Answers,
    RowFormat Rows,
    ImmutableArray<Problem> Problems,
    ImmutableArray<string> Notes)
{
    /// <summary>Solutions written out, by the problems' ids; none for problems whose line has none. They tell how long answers are.</summary>
    public ImmutableDictionary<string, string> Solutions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Problems within the limit that were left out because the sweep says so.</summary>
    public int Excluded { get; init; }
}
