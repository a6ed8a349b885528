namespace Reckon.Inference.TokenSampling;

/// <summary>A sampled token.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LogProbability">
/// Natural log of its probability in the distribution that it was sampled from: after penalties, temperature and cuts. At most
/// 0, and 0 for a choice without alternative, such as a greedy one.
/// </param>
public readonly record struct SampledToken(int Id, double LogProbability);
