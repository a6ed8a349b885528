namespace Reckon.Testing.AnswerPairs;

/// <summary>An answer in two random spellings, and another answer that looks much like the first of them.</summary>
internal readonly record struct Triple(string One, string Other, string Changed);
