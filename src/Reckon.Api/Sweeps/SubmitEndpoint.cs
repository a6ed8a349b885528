using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Reckon.Api.Faults;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Api.Sweeps;

/// <summary>Takes sweeps in.</summary>
internal static class SubmitEndpoint
{
    private const int MaxKeepHours = 24 * 365 * 10;

    /// <summary>Checks a sweep against the models that are served, and starts it.</summary>
    public static async Task<IResult> SubmitAsync(
        SweepUpload upload, ClaimsPrincipal user, ISweepPreparation preparation, IGrainFactory grains, CancellationToken cancellationToken)
    {
        Check(upload);
        var order = new SweepOrder(user.Identity!.Name!, OrderRequest.WhyOf(upload.Why));
        var prepared = await preparation.PrepareAsync(upload, cancellationToken);
        if (prepared is not Validated<PreparedSweep>.Valid(var sweep))
        {
            return FaultList.Of(((Validated<PreparedSweep>.Invalid)prepared).Diagnostics);
        }

        var id = upload.Id ?? SweepId.Of(sweep.Name, sweep.Terms.SpecHash);
        var coordinator = grains.GetGrain<ICoordinatorGrain>(id);
        if (await RefusalAsync(coordinator, id, sweep, upload.Amend) is { } refusal)
        {
            return refusal;
        }

        await SweepGateway.StartAsync(coordinator, sweep, upload, order, cancellationToken);
        return Results.Accepted(
            $"/v1/sweeps/{id}", new SubmittedView(id, sweep.Terms.SpecHash, sweep.Problems.Length, sweep.Trials, sweep.Notes));
    }

    // Null where the id is free, or its sweep is the same, or may be added to.
    private static async Task<IResult?> RefusalAsync(ICoordinatorGrain coordinator, string id, PreparedSweep sweep, bool isAmending)
    {
        if (await coordinator.GetDetailsAsync() is not { } known || known.Terms.SpecHash == sweep.Terms.SpecHash)
        {
            return null;
        }

        if (!isAmending)
        {
            var changes = AmendmentCheck.Changes(known, sweep) ?? [];
            return FaultList.OfConflict(
                $"The id '{id}' belongs to another sweep. Use another id, or, where this one only adds to it, say so (amend, '--amend').",
                [.. changes.Select(change => $"{change}")]);
        }

        var refusals = await AmendmentCheck.RefusalsAsync(coordinator, known, sweep);
        return refusals.IsEmpty ? null : FaultList.OfConflict($"The sweep '{id}' cannot be amended by this one.", refusals);
    }

    private static void Check(SweepUpload upload)
    {
        if (upload.Id is { } id)
        {
            SweepId.Check(id);
        }

        if (upload.Priority is not (>= 0 and <= SweepTuning.MostPriority))
        {
            throw new ArgumentException($"priority is a whole number from 0 to {SweepTuning.MostPriority}.");
        }

        if (upload.KeepHours is { } hours && hours is not (> 0 and <= MaxKeepHours))
        {
            throw new ArgumentException($"keepHours is above 0 and at most {MaxKeepHours}.");
        }
    }
}
