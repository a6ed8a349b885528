namespace Reckon.Inference.Proposing;

/// <summary>What there is to start in a step, and what there is room for.</summary>
/// <param name="FreeRows">Rows without work, of those that memory allows.</param>
/// <param name="ReservedRows">
/// Rows that new requests may not take: children of running requests need them when they sample different tokens.
/// </param>
/// <param name="CanResume">Whether a parked row can be resumed.</param>
/// <param name="UnreadTokens">What is left of the prompt that is being prefilled; 0 when there is none. It has a row already.</param>
/// <param name="WaitingChildren">Children of the request whose turn it is; 0 when none waits.</param>
/// <param name="RoomTokens">Tokens of prompts that may still be read before the next decode step.</param>
internal readonly record struct StepState(
    int FreeRows, int ReservedRows, bool CanResume, int UnreadTokens, int WaitingChildren, int RoomTokens);
