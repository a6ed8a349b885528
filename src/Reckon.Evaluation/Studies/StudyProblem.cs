namespace Reckon.Evaluation.Studies;

/// <summary>A problem of a study.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Its subject; empty where it has none.</param>
/// <param name="Level">The dataset's own level; 0 where it has none.</param>
public sealed record StudyProblem(string Id, string Subject, int Level);
