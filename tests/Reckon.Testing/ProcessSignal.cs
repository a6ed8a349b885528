namespace Reckon.Testing;

/// <summary>What a process can be sent, by the numbers that Linux has for it.</summary>
public enum ProcessSignal
{
    /// <summary>What Ctrl-C does.</summary>
    Interrupt = 2,

    /// <summary>Ends it as a power cut would.</summary>
    Kill = 9,

    /// <summary>Asks it to stop.</summary>
    Terminate = 15,

    /// <summary>Lets it go on after <see cref="Stop"/>.</summary>
    Continue = 18,

    /// <summary>Freezes it.</summary>
    Stop = 19,
}
