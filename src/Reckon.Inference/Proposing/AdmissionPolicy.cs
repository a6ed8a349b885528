namespace Reckon.Inference;

/// <summary>
/// Decides what starts next. Rows that run take their token first; what a step has room for beyond that goes to prompts. A
/// request that is open is served before one that is not, and one that is waiting is never overtaken by a smaller one.
/// </summary>
internal static class AdmissionPolicy
{
    /// <summary>Tokens of prompts that a step of <paramref name="rows"/> rows may read: never so few that prompts stand still.</summary>
    public static int RoomTokens(int maxStepTokens, int rows) => Math.Max(PromptPieces.Least, maxStepTokens - rows);

    /// <summary>What to do next in this step.</summary>
    public static Admission Choose(StepState state)
    {
        if (state is { CanFork: true, FreeRows: > 0 })
        {
            return Admission.Fork;
        }

        // One prompt at a time: two that are half read would hold two rows and start neither.
        if (state.UnreadTokens > 0)
        {
            return PromptPieces.Next(state.UnreadTokens, state.RoomTokens) > 0 ? Admission.Read : Admission.None;
        }

        // A request for several children needs a slot to keep its prefix in. It is not overtaken while it waits for one:
        // rows that run always finish, and give one back.
        var isReady = state.WaitingChildren == 1 || (state.WaitingChildren > 1 && state.FreeKept > 0);
        return isReady && state.FreeRows > 0 && state.RoomTokens >= PromptPieces.Least ? Admission.Open : Admission.None;
    }
}
