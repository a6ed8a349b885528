using Reckon.Search.Randomness;

namespace Reckon.Inference.TokenSampling;

/// <summary>One of the children that have written the same text so far.</summary>
/// <param name="Child">Its place among the children of its request, from 0.</param>
/// <param name="Key">Of its random numbers in the present step.</param>
internal readonly record struct Sibling(int Child, RandomKey Key);
