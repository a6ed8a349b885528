using Reckon.Inference.Prompts;

namespace Reckon.Inference.Engines;

/// <summary>How an engine uses its machine. Changes speed and memory, never a result.</summary>
public sealed record EngineOptions
{
    /// <summary>
    /// Rows that run at once, 1 or more. Each is one sequence with memory for a whole context, and may be shared by several children.
    /// Default: 64.
    /// </summary>
    public int MaxRows { get; init; } = 64;

    /// <summary>Children that may wait before requests are refused, 1 or more. Default: 1024.</summary>
    public int MaxQueuedChildren { get; init; } = 1024;

    /// <summary>
    /// Tokens that a step may run, 2 or more: one for each running row, and the rest for prompts. A longer prompt is prefilled in
    /// pieces, one per step, so that running rows need not wait for all of it. Default: 2048, which is a prompt of 32 tokens for each of
    /// 64 rows.
    /// </summary>
    public int MaxBatchTokens { get; init; } = 2048;

    /// <summary>
    /// Rows that may wait in a slot of their own for a place in the batch, 1 or more; each costs as much memory as a running row. A row
    /// that finds no such slot is recomputed when there is a place for it. Default: half of <see cref="MaxRows"/>.
    /// </summary>
    public int MaxParkedRows { get => field > 0 ? field : Math.Max(1, MaxRows / 2); init; }

    /// <summary>
    /// Tokens in the prefix cache, for later requests that begin alike; 0 for no cache. Each costs a token of KV cache once it has been
    /// used, and what was used longest ago makes room. Default: 65 536.
    /// </summary>
    public int MaxKeptTokens { get; init; } = 65_536;

    /// <summary>
    /// Logits cached after prompts, for requests with the same prompt: as many whole rows as fit, 4 bytes a logit; 0 for none. Where they
    /// have made room, the prompt's last chunk is read again. Default: 16 777 216, which is 64 MiB.
    /// </summary>
    public int MaxKeptLogits { get; init; } = 16_777_216;

    /// <summary>The device, when engines use it in turns; null when this engine runs at any time. Default: null.</summary>
    public SharedDevice? Device { get; init; }

    /// <summary>Measures the metrics. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Slots that a proposer's model must have.</summary>
    public int Slots => MaxRows + MaxParkedRows;

    /// <summary>Throws when a value is out of range.</summary>
    public EngineOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxQueuedChildren, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBatchTokens, PromptPieces.Least);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxKeptTokens);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxKeptLogits);
        return this;
    }
}
