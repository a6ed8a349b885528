using System.Collections.Immutable;

namespace Reckon.Api.Sweeps;

/// <summary>A sweep that was handed in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SpecHash">The hash of its spec, dataset and models.</param>
/// <param name="Problems">Problems that it has.</param>
/// <param name="Trials">Trials that it has.</param>
/// <param name="Notes">What a person should know of it.</param>
public sealed record SubmittedView(string Id, string SpecHash, int Problems, long Trials, ImmutableArray<string> Notes);
