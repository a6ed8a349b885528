namespace Reckon.Inference.Onnx.Memory;

/// <summary>What is used of CUDA's runtime. Each call returns its code, 0 for success; see the CUDA Runtime API, "Memory Management".</summary>
internal interface ICuda
{
    /// <summary>Makes a device the calling thread's.</summary>
    int SetDevice(int device);

    /// <summary>Memory of the device.</summary>
    int Allocate(out nint address, nuint length);

    /// <summary>Gives it back.</summary>
    int Free(nint address);

    /// <summary>Fills memory with zeros, however much it is: pitches have a limit of 2 GiB.</summary>
    int Clear(nint address, nuint length);

    /// <summary>Copies rows of <paramref name="width"/> bytes within the device. Pitches are not less than that.</summary>
    int Copy(nint target, nuint targetPitch, nint source, nuint sourcePitch, nuint width, nuint height);

    /// <summary>Fills rows of <paramref name="width"/> bytes with zeros.</summary>
    int Clear(nint target, nuint pitch, nuint width, nuint height);

    /// <summary>Waits until all that was copied and cleared is there. What others run on the device is not waited for.</summary>
    int Synchronize();

    /// <summary>Bytes that are free on the device, and all that it has.</summary>
    int Memory(out nuint free, out nuint total);

    /// <summary>What a code means.</summary>
    string Describe(int code);
}
