using Reckon.Inference.Prompts;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Decides what starts next. Running rows have their tokens of a step; the rest of its room goes to prompts. A free row goes to a parked
/// row, else to the request whose turn it is, which no smaller one overtakes.
/// </summary>
internal static class AdmissionPolicy
{
    /// <summary>Tokens of prompts that a step of <paramref name="rows"/> running rows may read: enough for a piece of a prompt, however many rows run.</summary>
    public static int RoomTokens(int maxBatchTokens, int rows) => Math.Max(PromptPieces.Least, maxBatchTokens - rows);

    /// <summary>What to do next in this step.</summary>
    public static Admission Choose(StepState state)
    {
        if (state is { CanResume: true, FreeRows: > 0 })
        {
            return Admission.Resume;
        }

        // One prompt at a time: two that are half read would hold two rows and start neither.
        if (state.UnreadTokens > 0)
        {
            return PromptPieces.Next(state.UnreadTokens, state.RoomTokens) > 0 ? Admission.Prefill : Admission.None;
        }

        return state.WaitingChildren > 0 && state.FreeRows > state.ReservedRows && state.RoomTokens >= PromptPieces.Least ? Admission.Open : Admission.None;
    }
}
