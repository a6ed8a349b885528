using Reckon.Contracts.Workers;

namespace Reckon.Api.Pools;

/// <summary>One model on one worker. Counters count from the worker's start.</summary>
/// <param name="Pool">The pool that it belongs to.</param>
/// <param name="IsVerifier">Whether it judges; else it proposes.</param>
/// <param name="Rows">Continuations that it can run at once.</param>
/// <param name="RowsInUse">Those that it runs now.</param>
/// <param name="Outstanding">Continuations that are there, running and queued.</param>
/// <param name="GeneratedTokens">Tokens drawn.</param>
/// <param name="JudgedTokens">Tokens judged.</param>
/// <param name="CacheHitShare">Of the tokens of prompts and prefixes that were needed, the share that its cache had, in [0, 1].</param>
/// <param name="ModelSeconds">Seconds inside the model runtime.</param>
/// <param name="BusySeconds">Seconds in which there was work.</param>
public sealed record WorkerModelView(
    string Pool, bool IsVerifier, int Rows, int RowsInUse, int Outstanding, long GeneratedTokens, long JudgedTokens, double CacheHitShare,
    double ModelSeconds, double BusySeconds)
{
    /// <summary>The view of a model whose worker has said <paramref name="report"/>; null where it has not answered.</summary>
    public static WorkerModelView Of(ServedModel model, WorkerReport? report) => new(
        model.Pool, model.Role == ServedRole.Verifier, model.Rows, report?.RowsInUse ?? 0, report?.Outstanding ?? 0,
        report?.GeneratedTokens ?? 0, report?.JudgedTokens ?? 0, report is null ? 0 : HitsOf(report),
        report?.ModelTime.TotalSeconds ?? 0, report?.BusyTime.TotalSeconds ?? 0);

    /// <summary>The share of a report's tokens that a cache had.</summary>
    public static double HitsOf(WorkerReport report)
    {
        var needed = report.RestoredTokens + report.PrefilledTokens + report.ReplayedTokens;
        return needed == 0 ? 0 : (double)report.RestoredTokens / needed;
    }
}
