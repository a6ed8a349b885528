using System.Globalization;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Trials;

namespace Reckon.Cli.Output;

/// <summary>What <c>reckon model check</c> says of a model.</summary>
internal static class ModelText
{
    /// <summary>What the model is, and where each fact was found.</summary>
    public static IEnumerable<string> Facts(ModelFolder folder)
    {
        var card = folder.Descriptor.Card;
        return
        [
            $"{card.Name}: a {card.Role.ToString().ToLowerInvariant()}, sha256 {card.Sha256}",
            .. folder.Remote is null ? (string[])[Same(card)] : [],
            .. folder.Facts.IsEmpty
                ? Described(folder)
                : folder.Facts.Select(fact => $"  {fact.Name}: {fact.Value.ReplaceLineEndings("\\n")}  ({fact.Source})"),
        ];
    }

    private static IEnumerable<string> Described(ModelFolder folder)
    {
        var (card, cache) = (folder.Descriptor.Card, folder.Descriptor.Cache);
        return new[]
        {
            Text($"version: {card.Version}"),
            Text($"parameters: {card.Parameters:N0}"),
            Text($"context: {card.ContextTokens} tokens"),
            Text($"cache: {cache.Layers} layers of {cache.Heads} heads of {cache.HeadSize}: {cache.TokenBytes:N0} bytes a token"),
            $"prompt: {folder.Descriptor.PromptTemplate}",
            $"step delimiter: {folder.Descriptor.StepDelimiter}",
            $"end marks: {string.Join(", ", folder.Ends)}",
        }.Select(fact => $"  {fact.ReplaceLineEndings("\\n")}  ({ModelDescriptor.FileName})");
    }

    // For the folder of a server that runs it: workers of both serve one pool.
    private static string Same(ModelCard card) =>
        $$"""  on a server, in its reckon.json: "same": { "version": "{{card.Version}}", "sha256": "{{card.Sha256}}", "fingerprint": "{{card.Fingerprint}}" }""";

    /// <summary>The memory that it takes.</summary>
    public static IEnumerable<string> Memory(ModelFolder folder, EngineOptions options, long available, bool isOnDevice)
    {
        var memory = ModelMemory.Of(folder, options);
        return
        [
            $"memory: {ModelMemory.Gibibytes(memory.Total)} of {ModelMemory.Gibibytes(available)}, when all of it is in use",
            $"  weights: {ModelMemory.Gibibytes(memory.Weights)}",
            Text($"  {options.MaxRows} rows and {options.MaxParkedRows} that wait, of {folder.Descriptor.Card.ContextTokens} tokens: {ModelMemory.Gibibytes(memory.Rows)}"),
            Text($"  {options.MaxKeptTokens} tokens of prefixes: {ModelMemory.Gibibytes(memory.Kept)}"),
            $"  both in {(isOnDevice ? "the device's" : "this machine's")} memory",
            $"  logits after prompts: {ModelMemory.Gibibytes(memory.Logits)}",
            .. memory.Staged > 0 ? (string[])[$"  copies for Concat: {ModelMemory.Gibibytes(memory.Staged)}"] : [],
        ];
    }

    /// <summary>What it did when it was tried, beside what memory that gives <paramref name="bandwidth"/> bytes a second would allow.</summary>
    public static IEnumerable<string> Trial(ModelTrial trial, ModelFolder folder, EngineOptions options, double? bandwidth) =>
    [
        .. SelfTest(trial.IsRepeatable),
        .. trial.PairsLoneRows ? (string[])["  a row that is alone runs beside another here, for alone it has other bits"] : [],
        Text($"speed, tokens a second, prompts: {trial.ReadTokensPerSecond:0}"),
        .. trial.Written.Select(speed => Text(
            $"  written by {speed.Rows} {Rows(speed.Rows)}: {speed.TokensPerSecond:0}{Share(speed, folder, options, bandwidth)}")),
    ];

    private static string Rows(int rows) => rows == 1 ? "row" : "rows";

    private static string Share(RowSpeed speed, ModelFolder folder, EngineOptions options, double? bandwidth)
    {
        if (bandwidth is not { } bytes)
        {
            return "";
        }

        var most = Roofline.TokensPerSecond(
            ModelMemory.Of(folder, options).Weights, folder.Descriptor.Cache, speed.Rows, folder.ProbeText.Length, bytes);
        return Text($" ({100 * speed.TokensPerSecond / most:0.0} % of {most:0}, which memory of {bytes / 1e9:0} GB a second allows)");
    }

    /// <summary>That a server is asked, and how long it has to answer.</summary>
    public static IEnumerable<string> Asking(RemoteEndpoint remote) =>
        [Text($"asking {remote.Url}, which has to answer within {remote.PatienceSeconds + remote.SecondsPerToken:0} seconds")];

    /// <summary>What a server said.</summary>
    public static IEnumerable<string> Server(ModelFolder folder, bool isRepeatable) =>
    [
        folder.Descriptor.Card.Role == ModelRole.Verifier
            ? "server: it scores the steps of a text that is given in ids"
            : "server: it continues a prompt of ids and gives ids back",
        isRepeatable
            ? "  repeatable: so says reckon.json; nothing here can prove it"
            : "  not repeatable: a server batches as it likes, so the same sweep may have other results the next time",
    ];

    /// <summary>Whether results repeat.</summary>
    public static IEnumerable<string> SelfTest(bool isRepeatable) =>
    [
        "self-test: passed",
        isRepeatable
            ? "  repeatable: a row has the same bits in any batch"
            : "  not repeatable: a row's last bits depend on its batch, so results may depend on timing",
    ];

    /// <summary>What a sweep says to use it.</summary>
    public static IEnumerable<string> Sweep(ModelFolder folder) =>
        ["in a sweep:", "  models:", $"    {folder.Descriptor.Card.Role.ToString().ToLowerInvariant()}: {Path.GetFullPath(folder.Path)}"];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
