using System.Runtime.InteropServices;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>
/// Tells ONNX Runtime to report to nobody what runs here. Its library for Linux would begin to when it is loaded (1.31), so this comes before.
/// </summary>
internal static partial class RuntimeTelemetry
{
    private const string Switch = "ORT_DISABLE_TELEMETRY";
    private static readonly Lazy<int> _off = new(TurnOff);

    /// <summary>Turns it off, once, before the first use of the runtime.</summary>
    public static void Off() => _ = _off.Value;

    // The library reads the environment of the process, of which .NET keeps a copy for itself.
    private static int TurnOff() => OperatingSystem.IsWindows() ? 0 : SetVariable(Switch, "1", overwrite: 1);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
