namespace Reckon.Search.Strategies;

/// <summary>
/// What a search is expected to draw and to read, counted in whole answers. For estimates: they decide nothing, and what a search really
/// spends is counted as it is spent.
/// </summary>
/// <param name="Drawn">Answers' worth of tokens that are drawn, on kept and discarded branches.</param>
public readonly record struct ExpectedWork(double Drawn)
{
    /// <summary>
    /// The part of <see cref="Drawn"/> that begins at the root with plain sampling. All searches of a problem and a seed draw the same
    /// there, so what one has drawn costs the next nothing.
    /// </summary>
    public double FromRoot { get; init; }

    /// <summary>Answers' worth of tokens that the proposer reads again, as part of further prompts.</summary>
    public double Reread { get; init; }

    /// <summary>Prompts that the proposer reads after the first.</summary>
    public double FurtherPrompts { get; init; }

    /// <summary>A search that draws <paramref name="answers"/> whole answers from the root.</summary>
    public static ExpectedWork OfAnswers(double answers) => new(answers) { FromRoot = answers };

    /// <summary>
    /// A search that draws <paramref name="perDepth"/> steps at each of an answer's <paramref name="steps"/> depths: the first of them from
    /// the root.
    /// </summary>
    public static ExpectedWork OfSteps(double perDepth, double steps) => new(perDepth) { FromRoot = perDepth / Math.Max(1, steps) };
}
