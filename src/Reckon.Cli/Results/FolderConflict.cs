using System.Collections.Immutable;
using Reckon.Evaluation.Amendments;

namespace Reckon.Cli.Results;

/// <summary>Says why a folder of results cannot take a sweep: in what that differs from the sweep to which the folder belongs.</summary>
internal static class FolderConflict
{
    /// <summary>The conflict; null where the sweep only adds to the folder's, and that is wanted.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="owner">The sweep to which it belongs.</param>
    /// <param name="sweep">Another sweep.</param>
    /// <param name="isAmending">Whether the other is to add to the first.</param>
    public static ResultsFolderException? Of(string path, SweepIdentity owner, SweepIdentity sweep, bool isAmending)
    {
        if (owner.Canonical is null || sweep.Canonical is null)
        {
            return new ResultsFolderException(
                path,
                $"the folder holds the results of another sweep ({owner.SpecHash}), or of a version of reckon that draws or grades"
                + " differently. Choose another folder with --out, or delete this one");
        }

        var changes = SweepChanges.Between(owner.Canonical, sweep.Canonical);
        var refusals = SweepAmendment.Refusals(changes, owner.Problems, sweep.Problems);
        return (isAmending, refusals.IsEmpty) switch
        {
            (true, true) => null,
            (true, false) => new ResultsFolderException(
                path, "the folder's sweep cannot be amended by this one. Choose another folder with --out, or mend this", refusals),
            (false, true) => new ResultsFolderException(
                path,
                "the folder holds the results of another sweep, to which this one only adds: run it with --amend, or choose another folder"
                + " with --out",
                Told(changes)),
            (false, false) => new ResultsFolderException(
                path, "the folder holds the results of another sweep. Choose another folder with --out, or delete this one", Told(changes)),
        };
    }

    private static ImmutableArray<string> Told(ImmutableArray<SweepChange> changes) =>
        [.. changes.Select(change => $"{change}{Meaning(change)}")];

    private static string Meaning(SweepChange change) => change.Key switch
    {
        "drawingVersion" or "judgingVersion" => " (this version of reckon draws or judges differently)",
        "dataset.sha256" => " (the data set's file)",
        "models.proposer" or "models.verifier" => " (the model's folder)",
        _ => "",
    };
}
