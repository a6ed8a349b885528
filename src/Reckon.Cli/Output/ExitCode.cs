namespace Reckon.Cli.Output;

/// <summary>Exit codes of the process. Scripts rely on them: a code is never given another meaning.</summary>
internal static class ExitCode
{
    /// <summary>Everything is done.</summary>
    public const int Success = 0;

    /// <summary>Something failed that should not have: a fault of the program or of the machine.</summary>
    public const int Internal = 1;

    /// <summary>The command line, the sweep or something that it names is wrong; nothing was started.</summary>
    public const int Usage = 2;

    /// <summary>The sweep is finished, and some of its trials failed.</summary>
    public const int FailedTrials = 3;

    /// <summary>Of <c>reckon grade</c> alone: whether the answers are the same could not be decided.</summary>
    public const int Undecided = 3;

    /// <summary>Of <c>reckon grade</c> alone: the answers differ, or there is none.</summary>
    public const int Different = 4;

    /// <summary>Of <c>reckon claim</c> alone: a claim does not hold.</summary>
    public const int NotHeld = 4;

    /// <summary>No cluster answers.</summary>
    public const int Unreachable = 5;

    /// <summary>The sweep is finished, and its own budget left problems out; the results of the others have been saved.</summary>
    public const int LimitReached = 6;

    /// <summary>The sweep was cancelled from elsewhere.</summary>
    public const int Cancelled = 7;

    /// <summary>Of a process of a cluster: the cluster has forgotten it, as where the store was emptied. Started again, it joins again.</summary>
    public const int Forgotten = 8;

    /// <summary>Interrupted from the keyboard; the same command resumes.</summary>
    public const int Interrupted = 130;
}
