namespace Reckon.Search;

/// <summary>A question with one known answer.</summary>
/// <param name="Id">Unique in its dataset; part of the key of every random draw made for the problem.</param>
/// <param name="Question">The text that the proposer is asked.</param>
/// <param name="Reference">The answer that is right, as the dataset writes it.</param>
/// <param name="Subject">The dataset's topic; empty where it has none.</param>
/// <param name="Level">The dataset's own difficulty, 1 (easy) and up; 0 where it has none.</param>
public sealed record Problem(string Id, string Question, string Reference, string Subject, int Level);
