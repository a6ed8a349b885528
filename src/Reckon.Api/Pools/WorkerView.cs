using System.Collections.Immutable;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.Api.Pools;

/// <summary>One worker: a device of a process.</summary>
/// <param name="Worker">Its key: the silo and the device.</param>
/// <param name="Device">The number of its device on that silo.</param>
/// <param name="Program">The version of the program that runs there.</param>
/// <param name="IsDraining">Whether it takes nothing more because it is about to stop.</param>
/// <param name="IsSilent">Whether it did not answer within a second; its figures are then 0.</param>
/// <param name="Models">The models that it holds.</param>
public sealed record WorkerView(
    string Worker, int Device, string Program, bool IsDraining, bool IsSilent, ImmutableArray<WorkerModelView> Models)
{
    /// <summary>All workers of <paramref name="figures"/>.</summary>
    public static ImmutableArray<WorkerView> AllOf(ClusterFigures figures)
    {
        var reports = figures.Reports.GroupBy(report => (report.Worker, report.Pool)).ToDictionary(group => group.Key, group => group.First());
        return [.. figures.Workers.Select(worker => Of(worker, reports))];
    }

    private static WorkerView Of(WorkerDescription worker, Dictionary<(string Worker, string Pool), WorkerReport> reports)
    {
        var answers = worker.Models.Select(model => (Model: model, Report: reports.GetValueOrDefault((worker.Key, model.Pool)))).ToList();
        return new WorkerView(
            worker.Key, WorkerKey.Parse(worker.Key).Device, worker.Program,
            worker.IsDraining || answers.Any(answer => answer.Report?.IsDraining == true),
            answers.Count > 0 && answers.All(answer => answer.Report is null),
            [.. answers.Select(answer => WorkerModelView.Of(answer.Model, answer.Report))]);
    }
}
