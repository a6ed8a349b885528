using System.Runtime.InteropServices;

namespace Reckon.Testing;

/// <summary>Sends signals.</summary>
public static class ProcessSignals
{
    /// <summary>Sends this signal to the process with the number <paramref name="process"/>.</summary>
    public static void SendTo(this ProcessSignal signal, int process) => _ = Kill(process, (int)signal);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}
