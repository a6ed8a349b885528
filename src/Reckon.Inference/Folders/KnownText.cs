using System.Collections.Immutable;

namespace Reckon.Inference.Folders;

/// <summary>One text and what the model must return for it.</summary>
/// <param name="Ids">The text.</param>
/// <param name="Expected">A proposer's logits after the last token; a verifier's scores at every position.</param>
public sealed record KnownText(ImmutableArray<int> Ids, ImmutableArray<float> Expected);
