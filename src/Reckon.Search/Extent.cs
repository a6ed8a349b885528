namespace Reckon.Search;

/// <summary>How far one continuation of a prefix goes: so many steps, or to the end of the answer if that comes first.</summary>
/// <param name="MaxSteps">Steps at most; at least 1.</param>
public readonly record struct Extent(int MaxSteps)
{
    /// <summary>Up to the next step delimiter, or to the end of the answer if that comes first.</summary>
    public static Extent Step { get; } = new(1);

    /// <summary>Step after step, to the end of the answer.</summary>
    public static Extent Answer { get; } = new(int.MaxValue);

    /// <summary>Whether it ends with the answer alone.</summary>
    public bool IsAnswer => MaxSteps == int.MaxValue;

    /// <summary>What is left of it after <paramref name="steps"/> steps, fewer than <see cref="MaxSteps"/>.</summary>
    public Extent After(int steps) => IsAnswer ? this : new Extent(MaxSteps - steps);

    /// <inheritdoc/>
    public override string ToString() => IsAnswer ? "Answer" : $"{MaxSteps} steps";
}
