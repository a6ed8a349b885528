using System.Runtime.InteropServices;

namespace Reckon.Inference.Onnx.Memory;

/// <summary>CUDA's runtime, which the runtime's own provider needs, too.</summary>
internal sealed unsafe class CudaLibrary : ICuda
{
    private const int DeviceToDevice = 3;

    private readonly delegate* unmanaged<int, int> _setDevice;
    private readonly delegate* unmanaged<nint*, nuint, int> _malloc;
    private readonly delegate* unmanaged<nint, int> _free;
    private readonly delegate* unmanaged<nint, int, nuint, int> _memset;
    private readonly delegate* unmanaged<nint, nuint, nint, nuint, nuint, nuint, int, int> _memcpy2D;
    private readonly delegate* unmanaged<nint, nuint, int, nuint, nuint, int> _memset2D;
    private readonly delegate* unmanaged<nint, int> _synchronize;
    private readonly delegate* unmanaged<nuint*, nuint*, int> _memGetInfo;
    private readonly delegate* unmanaged<int, nint> _getErrorString;

    private CudaLibrary(nint library)
    {
        _setDevice = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "cudaSetDevice");
        _malloc = (delegate* unmanaged<nint*, nuint, int>)NativeLibrary.GetExport(library, "cudaMalloc");
        _free = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "cudaFree");
        _memset = (delegate* unmanaged<nint, int, nuint, int>)NativeLibrary.GetExport(library, "cudaMemset");
        _memcpy2D = (delegate* unmanaged<nint, nuint, nint, nuint, nuint, nuint, int, int>)NativeLibrary.GetExport(library, "cudaMemcpy2D");
        _memset2D = (delegate* unmanaged<nint, nuint, int, nuint, nuint, int>)NativeLibrary.GetExport(library, "cudaMemset2D");
        _synchronize = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "cudaStreamSynchronize");
        _memGetInfo = (delegate* unmanaged<nuint*, nuint*, int>)NativeLibrary.GetExport(library, "cudaMemGetInfo");
        _getErrorString = (delegate* unmanaged<int, nint>)NativeLibrary.GetExport(library, "cudaGetErrorString");
    }

    /// <summary>The names of the library, by system: the version that the GPU package is built against.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "cudart64_13.dll" : "libcudart.so.13";

    /// <summary>The library; null where it is not installed, or is another one.</summary>
    public static CudaLibrary? TryLoad()
    {
        try
        {
            return NativeLibrary.TryLoad(FileName, out var library) ? new CudaLibrary(library) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    public int SetDevice(int device) => _setDevice(device);

    public int Allocate(out nint address, nuint length)
    {
        nint allocated = 0;
        var code = _malloc(&allocated, length);
        address = allocated;
        return code;
    }

    public int Free(nint address) => _free(address);

    public int Clear(nint address, nuint length) => _memset(address, 0, length);

    public int Copy(nint target, nuint targetPitch, nint source, nuint sourcePitch, nuint width, nuint height) =>
        _memcpy2D(target, targetPitch, source, sourcePitch, width, height, DeviceToDevice);

    public int Clear(nint target, nuint pitch, nuint width, nuint height) => _memset2D(target, pitch, 0, width, height);

    public int Synchronize() => _synchronize(0); // The stream of all calls that name none.

    public int Memory(out nuint free, out nuint total)
    {
        nuint left = 0, all = 0;
        var code = _memGetInfo(&left, &all);
        (free, total) = (left, all);
        return code;
    }

    public string Describe(int code) => Marshal.PtrToStringUTF8(_getErrorString(code)) ?? $"error {code}";
}
