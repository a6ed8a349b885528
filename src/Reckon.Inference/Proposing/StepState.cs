namespace Reckon.Inference.Proposing;

/// <summary>What there is to start in a step, and what there is room for.</summary>
/// <param name="FreeRows">Rows without work, of those that memory allows.</param>
/// <param name="ReservedRows">Rows that are left free for children that part.</param>
/// <param name="CanResume">Whether a row that waits can go on.</param>
/// <param name="UnreadTokens">What is left of a prompt that has been begun; 0 when there is none. It has a row of its own already.</param>
/// <param name="WaitingChildren">Children of the request whose turn it is; 0 when none waits.</param>
/// <param name="RoomTokens">Tokens of prompts that may still be read before the next decode step.</param>
internal readonly record struct StepState(
    int FreeRows, int ReservedRows, bool CanResume, int UnreadTokens, int WaitingChildren, int RoomTokens);
