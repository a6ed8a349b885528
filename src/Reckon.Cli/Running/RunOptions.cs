using Reckon.Inference.Onnx.Options;

namespace Reckon.Cli.Running;

/// <summary>How a run uses its machine. Changes speed and memory, never a result.</summary>
/// <param name="Rows">Continuations that the proposer runs at once, at least 1.</param>
/// <param name="Threads">Threads of each of the two models, at least 1.</param>
/// <param name="Problems">Problems that run at once, at least 1.</param>
/// <param name="Device">Where the models run.</param>
internal sealed record RunOptions(int Rows = 64, int Threads = 1, int Problems = 32, ExecutionProvider Device = ExecutionProvider.Cpu);
