using System.Collections.Immutable;
using Reckon.Contracts.Models;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Serving;

/// <summary>Finds the model that a sweep means among those that a cluster serves. Pure.</summary>
internal static class ModelChoice
{
    /// <summary>
    /// The model that <paramref name="path"/> means: its last part is a model's name, or a name, '@' and the beginning of a fingerprint.
    /// </summary>
    /// <param name="path">As the sweep file names it.</param>
    /// <param name="isVerifier">Whether it is to judge.</param>
    /// <param name="served">The models that are served.</param>
    public static Validated<ModelDescription> Find(string path, bool isVerifier, ImmutableArray<ModelDescription> served)
    {
        var (place, name) = (isVerifier ? "models.verifier" : "models.proposer", Path.GetFileName(path.TrimEnd('/', '\\')));
        ImmutableArray<ModelDescription> fitting =
            [.. served.Where(model => model.IsVerifier == isVerifier && (model.Name == name || IsMeant(name, model)))];
        return fitting switch
        {
            [var only] => new Validated<ModelDescription>.Valid(only),
            [] => Fault(place, $"no worker serves a {(isVerifier ? "verifier" : "proposer")} {Quoted.Of(name)}", Remedy(isVerifier, served)),
            _ => Fault(
                place, $"workers serve {fitting.Length} models {Quoted.Of(name)}",
                $"Write one of {string.Join(", ", fitting.Select(model => model.Pool))}"),
        };
    }

    private static bool IsMeant(string name, ModelDescription model) =>
        name.StartsWith($"{model.Name}@", StringComparison.Ordinal)
        && model.Fingerprint.StartsWith(name[(model.Name.Length + 1)..], StringComparison.Ordinal);

    private static string Remedy(bool isVerifier, ImmutableArray<ModelDescription> served)
    {
        var names = string.Join(", ", served.Where(model => model.IsVerifier == isVerifier).Select(model => model.Name).Distinct());
        return names.Length == 0 ? "Start a worker that serves it ('reckon worker')" : $"Start a worker that serves it, or use one of {names}";
    }

    private static Validated<ModelDescription>.Invalid Fault(string place, string message, string remedy) =>
        new([new Diagnostic("sweep.yaml", 0, 0, place, message, remedy)]);
}
