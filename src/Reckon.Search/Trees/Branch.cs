using Reckon.Search.Drawing;
using Reckon.Search.Judging;

namespace Reckon.Search.Trees;

/// <summary>One continuation of a node: two facts, what was drawn and how it was judged.</summary>
/// <param name="Proposal">What was drawn.</param>
/// <param name="Verdict">What the verifier says of it; null where there is no verifier, and for what was truncated.</param>
public readonly record struct Branch(Proposal Proposal, Verdict? Verdict);
