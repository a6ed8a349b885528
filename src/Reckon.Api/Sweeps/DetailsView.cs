using System.Collections.Immutable;
using System.Text.Json;

namespace Reckon.Api.Sweeps;

/// <summary>What a sweep is, apart from how far it is: enough to read its outcomes and trees, and to write a folder of its results.</summary>
/// <param name="AsOf">When it was read.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What its author calls it.</param>
/// <param name="SpecHash">The hash of its spec, dataset and models.</param>
/// <param name="Created">When it was submitted.</param>
/// <param name="Priority">How urgent it is beside other sweeps.</param>
/// <param name="Problems">Problems that it has.</param>
/// <param name="Spec">The sweep file, read, with every default.</param>
/// <param name="Answers">How answers are found and compared.</param>
/// <param name="Amends">The hashes of the sweeps that it adds to.</param>
/// <param name="Manifest">
/// What a folder of its results says besides: a JSON document of the program's own; null for a sweep that came without one.
/// </param>
public sealed record DetailsView(
    DateTimeOffset AsOf, string Id, string Name, string SpecHash, DateTimeOffset Created, int Priority, int Problems, JsonElement Spec,
    JsonElement Answers, ImmutableArray<string> Amends, string? Manifest);
