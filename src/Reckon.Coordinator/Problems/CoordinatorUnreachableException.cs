namespace Reckon.Coordinator.Problems;

/// <summary>The coordinator did not answer. The trial is not at fault; the problem waits until it is asked to run again.</summary>
internal sealed class CoordinatorUnreachableException(Exception cause) : Exception("The coordinator did not answer.", cause)
{
    /// <summary>Awaits a call to the coordinator.</summary>
    /// <exception cref="CoordinatorUnreachableException">The call was lost.</exception>
    public static async Task WrapAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException)
        {
            throw new CoordinatorUnreachableException(cause);
        }
    }
}
