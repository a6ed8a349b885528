using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>Opens a session, or says what to do when it cannot be opened.</summary>
internal static class SessionOpener
{
    /// <exception cref="ModelLoadException">With the cause and a remedy.</exception>
    public static InferenceSession Open(ModelFolder folder, OnnxExecutionOptions execution, RewrittenModel? rewritten = null)
    {
        if (folder.Facts.IsEmpty)
        {
            WeightFiles.ThrowIfUnnamed(folder);
        }

        try
        {
            RuntimeTelemetry.Off();

            // It writes to the terminal; faults come as exceptions.
            OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
            OrtEnv.Instance().DisableTelemetryEvents(); // On Windows.
            using var options = new SessionOptions
            {
                IntraOpNumThreads = execution.Threads,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                EnableMemoryPattern = false, // Shapes change with every step.
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };

            // Threads that spin between runs take the cores from all others: three times slower where cores are shared.
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
            ProviderSelection.Append(options, execution);
            if (rewritten is null)
            {
                return new InferenceSession(folder.ModelPath, options);
            }

            // Weights outside the file are searched next to it, and a file in memory has no path.
            options.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", Path.GetFullPath(Path.GetDirectoryName(folder.ModelPath)!));
            return new InferenceSession(rewritten.File, options);
        }
        catch (ModelLoadException)
        {
            throw;
        }
        catch (Exception fault) when (IsMissingLibrary(fault))
        {
            throw new ModelLoadException(
                folder.Path,
                [new ModelFault(
                    "onnxruntime",
                    "the native library of ONNX Runtime next to the executable",
                    "Reference one of its native packages in the executable's project (OrtFlavor chooses which).")],
                fault);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelLoadException(
                folder.Path,
                [new ModelFault(
                    folder.Descriptor.ModelFile,
                    $"a model that ONNX Runtime can load on {execution.Provider} ({fault.Message})",
                    "Export the model again, or choose another provider.")],
                fault);
        }
    }

    // The first use of the runtime loads the library in a static constructor.
    private static bool IsMissingLibrary(Exception fault) =>
        fault is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException or EntryPointNotFoundException }
            or BadImageFormatException;
}
