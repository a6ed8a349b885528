namespace Reckon.Inference.Engines;

/// <summary>
/// A model's run found no memory. The same run over fewer rows or tokens may succeed; nothing that the model held has changed.
/// </summary>
public sealed class DeviceMemoryException(Exception cause)
    : InvalidOperationException($"The device has too little memory for a run: {cause.Message}", cause)
{
    /// <summary>Whether <paramref name="fault"/> says that memory was short, on the device or in this process.</summary>
    internal static bool Is(Exception fault) => fault is DeviceMemoryException or OutOfMemoryException;
}
