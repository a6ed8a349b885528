using System.Collections.Immutable;
using Reckon.Contracts.Terms;
using Reckon.Search;

namespace Reckon.Contracts.Sweeps;

/// <summary>A sweep, ready to run. A client hands its problems in chunk by chunk: see <see cref="ICoordinatorGrain"/>.</summary>
/// <param name="Terms">What is the same for all of its trials.</param>
/// <param name="Problems">The problems, in the dataset's order.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-submission")]
public sealed record SweepSubmission([property: Id(0)] SweepTerms Terms, [property: Id(1)] ImmutableArray<Problem> Problems);
