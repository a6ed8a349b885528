namespace Reckon.Testing.AnswerPairs;

/// <summary>Two answers of a kind that are the same in two spellings, or that differ by one change that matters.</summary>
public sealed record AnswerPair(string Kind, string Reference, string Answer, bool AreEqual);
