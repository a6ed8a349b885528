using System.Collections.Immutable;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.Policies;

/// <summary>The methods that a policy chooses from, named before the results are looked at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Methods">At least two; the first is the baseline, and of equally good ones the earlier is taken.</param>
public sealed record MethodFamily(string Name, ImmutableArray<Method> Methods);
