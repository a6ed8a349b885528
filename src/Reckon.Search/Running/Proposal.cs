using System.Collections.Immutable;

namespace Reckon.Search.Running;

/// <summary>One continuation, not yet judged.</summary>
/// <param name="Steps">At least one step.</param>
/// <param name="Ending">Why it stopped.</param>
public sealed record Proposal(ImmutableArray<Step> Steps, Ending Ending);
