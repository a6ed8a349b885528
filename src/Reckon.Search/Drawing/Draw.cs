namespace Reckon.Search.Drawing;

/// <summary>How a child is drawn. Part of its path, so that unlike draws are unlike children.</summary>
public enum Draw
{
    /// <summary>As the sweep's sampling says, on its own. Child i of a place is the same whatever else is drawn there.</summary>
    Sampled,

    /// <summary>The most likely token each time. A place has one such child.</summary>
    Greedy,

    /// <summary>Sampled so that its first step is none of those tried before: without replacement, by whole steps.</summary>
    DistinctSteps,

    /// <summary>Sampled so that it is none of the continuations drawn before: without replacement, by all that is drawn.</summary>
    DistinctAnswers,
}
