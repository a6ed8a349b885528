namespace Reckon.Inference;

/// <summary>What there is to start in a step, and what there is room for.</summary>
/// <param name="FreeRows">Rows without work, of those that memory allows.</param>
/// <param name="FreeKept">Slots in which a prefix could be kept.</param>
/// <param name="CanFork">Whether an open request has children to start.</param>
/// <param name="UnreadTokens">What is left of a prompt that has been begun; 0 when there is none. It has a row of its own already.</param>
/// <param name="WaitingChildren">Children of the request whose turn it is; 0 when none waits.</param>
/// <param name="RoomTokens">Tokens of prompts that may still be read before the next decode step.</param>
internal readonly record struct StepState(
    int FreeRows, int FreeKept, bool CanFork, int UnreadTokens, int WaitingChildren, int RoomTokens);
