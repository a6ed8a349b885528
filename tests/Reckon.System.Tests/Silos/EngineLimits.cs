namespace Reckon.System.Tests.Silos;

/// <summary>How much the engines of a test do at once.</summary>
/// <param name="Rows">Rows that run at once.</param>
/// <param name="ParkedRows">Rows that may wait in a slot of their own.</param>
/// <param name="KeptTokens">Tokens kept after their row.</param>
/// <param name="Threads">Threads of a run.</param>
/// <param name="BatchTokens">Tokens of a batch, prompts included.</param>
/// <param name="Queue">Children that may wait.</param>
/// <param name="Problems">Problems at once.</param>
public sealed record EngineLimits(int Rows, int ParkedRows, int KeptTokens, int Threads, int BatchTokens, int Queue, int Problems);
