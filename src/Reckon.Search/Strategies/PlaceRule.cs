namespace Reckon.Search.Strategies;

/// <summary>Where a located revision begins.</summary>
public enum PlaceRule
{
    /// <summary>Before the step at which the kept answer's score falls most.</summary>
    Fall,

    /// <summary>
    /// After the prefix, of all that the chain has tried, from which most is to be gained for each step tried there; from the beginning
    /// where that is little.
    /// </summary>
    Gain,
}
