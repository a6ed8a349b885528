namespace Reckon.Api.Sweeps;

/// <summary>A trial that failed.</summary>
/// <param name="Problem">Its problem's id.</param>
/// <param name="Trial">Its number among the trials of the problem.</param>
/// <param name="Reason">Why.</param>
public sealed record FailureView(string Problem, int Trial, string Reason);
