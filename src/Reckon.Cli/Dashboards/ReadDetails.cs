using Reckon.Api.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Dashboards;

/// <summary>What a sweep is, with its documents read.</summary>
/// <param name="View">As the API tells it.</param>
/// <param name="Spec">What is run.</param>
/// <param name="Answers">How answers are found and compared.</param>
internal sealed record ReadDetails(DetailsView View, SweepSpec Spec, AnswerFormat Answers)
{
    /// <summary>Reads the documents of <paramref name="view"/>.</summary>
    public static ReadDetails Of(DetailsView view, StrategyRegistry strategies) => new(
        view,
        ApiReader.Read(() => SweepDocument.Read(view.Spec.GetRawText(), strategies)),
        ApiReader.Read(() => AnswerDocument.Read(view.Answers.GetRawText())));
}
