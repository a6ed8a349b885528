namespace Reckon.Inference;

/// <summary>Decides what starts next. Problems take turns, and a request that is open is served before one that is not.</summary>
internal static class AdmissionPolicy
{
    /// <param name="freeRows">Rows without work.</param>
    /// <param name="freeKept">Slots in which a prefix could be kept.</param>
    /// <param name="hasKeptPrefix">Whether an open request has children to start.</param>
    /// <param name="waitingChildren">Children of the request at the head of the queue; 0 when none waits.</param>
    public static Admission Choose(int freeRows, int freeKept, bool hasKeptPrefix, int waitingChildren)
    {
        if (freeRows == 0)
        {
            return Admission.None;
        }

        if (hasKeptPrefix)
        {
            return Admission.Fork;
        }

        // A request for several children needs a slot to keep its prefix in. It is not overtaken while it waits for one:
        // rows that run always finish, and give one back.
        var isReady = waitingChildren == 1 || (waitingChildren > 1 && freeKept > 0);
        return isReady ? Admission.Open : Admission.None;
    }
}
