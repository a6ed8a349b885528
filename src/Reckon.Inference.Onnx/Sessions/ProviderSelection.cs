using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>Puts the chosen execution provider into a session's options.</summary>
internal static class ProviderSelection
{
    private const string PluginName = "CudaPluginExecutionProvider";
    private const string PluginRegistration = "reckon_cuda";

    /// <exception cref="ModelLoadException">The provider is not there.</exception>
    public static void Append(SessionOptions options, OnnxExecutionOptions execution)
    {
        try
        {
            switch (execution.Provider)
            {
                case ExecutionProvider.Cpu:
                    break; // Always there, and always last.
                case ExecutionProvider.Cuda:
                    AppendCuda(options, execution.Device);
                    break;
                case ExecutionProvider.CudaPlugin:
                    AppendPlugin(options, execution);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(execution), execution.Provider, "Unknown execution provider.");
            }
        }
        catch (Exception fault) when (fault is OnnxRuntimeException or EntryPointNotFoundException)
        {
            // The package for the processor lacks the entry point of CUDA.
            throw Missing(execution, fault.Message.TrimEnd(), fault);
        }
    }

    // Of the two ways to ask for CUDA only this one names the library that is missing.
    private static void AppendCuda(SessionOptions options, int device)
    {
        using var cuda = new OrtCUDAProviderOptions();
        cuda.UpdateOptions(new Dictionary<string, string> { ["device_id"] = device.ToString(CultureInfo.InvariantCulture) });
        options.AppendExecutionProvider_CUDA(cuda);
    }

    private static void AppendPlugin(SessionOptions options, OnnxExecutionOptions execution)
    {
        var environment = OrtEnv.Instance();
        if (!environment.GetEpDevices().Any(IsPlugin))
        {
            var library = execution.PluginLibrary ?? Path.Combine(AppContext.BaseDirectory, "libonnxruntime_providers_cuda_plugin.so");
            if (!File.Exists(library))
            {
                throw Missing(execution, $"no library at {library}", null);
            }

            environment.RegisterExecutionProviderLibrary(PluginRegistration, library);
        }

        var devices = environment.GetEpDevices().Where(IsPlugin).Skip(execution.Device).Take(1).ToArray();
        if (devices.Length == 0)
        {
            throw Missing(execution, $"no device {execution.Device}", null);
        }

        options.AppendExecutionProvider(environment, devices, new Dictionary<string, string>());
    }

    private static bool IsPlugin(OrtEpDevice device) => device.EpName == PluginName;

    private static ModelLoadException Missing(OnnxExecutionOptions execution, string found, Exception? cause) => new(
        execution.Provider.ToString(),
        [new ModelFault(
            "onnxruntime",
            $"the execution provider {execution.Provider} on device {execution.Device} ({found})",
            "Build the executable with OrtFlavor=Gpu or CudaPlugin and install an NVIDIA driver and CUDA 13, or choose --device Cpu.")],
        cause);
}
