namespace Reckon.Cli.Progress;

/// <summary>Correct trials so far, by one rule.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Correct">Finished trials in which it chose the right answer.</param>
internal readonly record struct SelectionProgress(string Rule, int Correct);
