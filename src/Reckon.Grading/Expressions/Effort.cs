namespace Reckon.Grading.Expressions;

/// <summary>
/// The steps that may be spent on one answer, instead of a timer: the same answer costs the same everywhere. Once the
/// steps are spent, what was computed since means nothing.
/// </summary>
internal sealed class Effort(int steps)
{
    private int _left = steps;

    /// <summary>Whether more was asked for than there was.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Whether something without a value came up, such as a division by zero.</summary>
    public bool IsUndefined { get; private set; }

    /// <summary>Whether what was computed means nothing.</summary>
    public bool HasFailed => IsSpent || IsUndefined;

    /// <summary>Takes steps; false when there are not enough left.</summary>
    public bool Spend(long steps)
    {
        if (IsSpent || steps > _left)
        {
            IsSpent = true;
            return false;
        }

        _left -= (int)steps;
        return true;
    }

    /// <summary>Notes that something has no value.</summary>
    public void Undefine() => IsUndefined = true;
}
