using Reckon.Search.Selecting;

namespace Reckon.Search.Strategies;

/// <summary>What a policy chose for one search.</summary>
/// <param name="Bin">The bin that the first answers told, from 0, the easiest.</param>
/// <param name="Method">The method for it, such as <c>beam width=4 weighted</c>.</param>
/// <param name="Selector">How the method chooses the answer.</param>
public sealed record PolicyChoice(int Bin, string Method, Selector Selector);
