using Reckon.Inference.Prompts;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Decides what starts next. Rows that run take their token first; what a step has room for beyond that goes to prompts. A
/// request that is open is served before one that is not, and one that is waiting is never overtaken by a smaller one.
/// </summary>
internal static class AdmissionPolicy
{
    /// <summary>Tokens of prompts that a step of <paramref name="rows"/> rows may read: never so few that prompts stand still.</summary>
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
            return PromptPieces.Next(state.UnreadTokens, state.RoomTokens) > 0 ? Admission.Read : Admission.None;
        }

        return state.WaitingChildren > 0 && state.FreeRows > state.ReservedRows && state.RoomTokens >= PromptPieces.Least ? Admission.Open : Admission.None;
    }
}
