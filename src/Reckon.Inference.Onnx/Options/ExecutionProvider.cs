namespace Reckon.Inference.Onnx.Options;

/// <summary>What runs a model's operators.</summary>
public enum ExecutionProvider
{
    /// <summary>The processor: every package of ONNX Runtime has it.</summary>
    Cpu,

    /// <summary>CUDA as a library that is loaded in addition to the processor's package.</summary>
    CudaPlugin,

    /// <summary>CUDA as part of the GPU package.</summary>
    Cuda,

    /// <summary>
    /// Nothing: a worker answers as fast as it is told that a device would be, and no model is there. For sizing a cluster; a model folder is
    /// never opened with it.
    /// </summary>
    Simulated,
}
