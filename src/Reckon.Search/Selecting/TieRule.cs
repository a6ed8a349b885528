namespace Reckon.Search.Selecting;

/// <summary>What counts where a rule has several answers to choose from that it cannot tell apart.</summary>
public enum TieRule
{
    /// <summary>The one that was given first.</summary>
    First,

    /// <summary>The mean of them: the chance that one of them, picked uniformly at random, is right.</summary>
    Mean,
}
