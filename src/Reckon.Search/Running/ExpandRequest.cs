namespace Reckon.Search.Running;

/// <summary>
/// Asks for children <paramref name="FirstChild"/> to <paramref name="FirstChild"/> + <paramref name="Count"/> − 1 of a prefix.
/// </summary>
/// <param name="Prefix">What is continued.</param>
/// <param name="FirstChild">Index of the first child asked for, from 0.</param>
/// <param name="Count">Children asked for, at least 1.</param>
/// <param name="Extent">How far each goes.</param>
/// <param name="Sampling">How they are drawn.</param>
public sealed record ExpandRequest(Prefix Prefix, int FirstChild, int Count, Extent Extent, Sampling Sampling);
