namespace Reckon.Cli.Output;

/// <summary>Says what to do about faults of the machine that can come up anywhere.</summary>
internal static class FaultRemedy
{
    private const int TooManyOpenFiles = 24; // EMFILE, on Linux and macOS.

    /// <summary>What happened and what to do, as sentences; null for any other fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="limits">What the machine allows the process.</param>
    public static string? For(Exception fault, ProcessLimits limits)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutOfMemoryException)
            {
                return $"The process ran out of memory: it may take {limits.MemoryBytes >> 20} MiB. Give it more (the machine, the container,"
                    + " or DOTNET_GCHeapHardLimit decides), or run fewer rows (--rows) and problems (--problems) at once.";
            }

            // An assembly that cannot be opened is called missing, whatever the reason.
            if (IsTooManyFiles(cause) || (limits.IsShortOfFiles && cause is (FileNotFoundException or FileLoadException)))
            {
                return "The process may open no more files. Allow more, such as with 'ulimit -n 4096'.";
            }
        }

        return null;
    }

    private static bool IsTooManyFiles(Exception fault) => fault is IOException
        && ((fault.HResult & 0xFFFF) == TooManyOpenFiles || fault.Message.Contains("Too many open files", StringComparison.Ordinal));
}
