using Reckon.Search.Randomness;

namespace Reckon.Inference.TokenSampling;

/// <summary>One of the children that have written the same text so far.</summary>
/// <param name="Child">Its place among those that its request asked for, from 0.</param>
/// <param name="Key">Of its random draws in the present step.</param>
internal readonly record struct Sibling(int Child, RandomKey Key);
