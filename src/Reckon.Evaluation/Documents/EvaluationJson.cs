using System.Text.Json.Serialization;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Text;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Documents;

/// <summary>The JSON of everything that is stored or sent: strict, in camel case, its properties in the order of declaration.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(CamelCaseEnumConverter<SelectionRule>),
        typeof(CamelCaseEnumConverter<TieRule>),
        typeof(VerifierControlConverter),
        typeof(CamelCaseEnumConverter<Aggregation>),
        typeof(CamelCaseEnumConverter<SearchEnd>),
        typeof(CamelCaseEnumConverter<GradeStatus>),
        typeof(CamelCaseEnumConverter<Ending>),
        typeof(CamelCaseEnumConverter<AnswerKind>),
        typeof(CamelCaseEnumConverter<OverlongPolicy>),
        typeof(CamelCaseEnumConverter<AnswerBasis>),
        typeof(ExtractionRulesConverter),
        typeof(ParameterValuesConverter),
    ])]
[JsonSerializable(typeof(SweepSpec))]
[JsonSerializable(typeof(TrialOutcome))]
[JsonSerializable(typeof(SweepSummary))]
[JsonSerializable(typeof(TreeLine))]
[JsonSerializable(typeof(AnswerFormat))]
[JsonSerializable(typeof(EstimateDocument))]
[JsonSerializable(typeof(SweepManifest))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
