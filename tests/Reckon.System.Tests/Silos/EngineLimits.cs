namespace Reckon.System.Tests.Silos;

/// <summary>How much the engines of a test do at once.</summary>
/// <param name="Rows">Continuations at once.</param>
/// <param name="KeptPrefixes">Prefixes kept for children that wait.</param>
/// <param name="KeptTokens">Tokens kept after their row.</param>
/// <param name="Threads">Threads of a run.</param>
/// <param name="StepTokens">Tokens of a step, prompts among them.</param>
/// <param name="Queue">Children that may wait.</param>
/// <param name="Problems">Problems at once.</param>
public sealed record EngineLimits(int Rows, int KeptPrefixes, int KeptTokens, int Threads, int StepTokens, int Queue, int Problems);
