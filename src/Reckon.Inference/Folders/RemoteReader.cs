using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Folders;

/// <summary>Reads the server of a folder that has a tokenizer and no weights: <c>remote</c> in <c>reckon.json</c>.</summary>
internal sealed class RemoteReader(FactList facts, FaultList faults)
{
    private const string Section = "remote";
    private const string SameSection = $"{Section}.same";
    private const string SameExpected = "as 'reckon model check' prints it for the folder of the same model";
    private const string PriceSection = $"{Section}.price";
    private const string Remedy = "Correct the field; docs/models.md shows the section.";

    /// <summary>Whether the folder names a server.</summary>
    public bool IsRemote => facts.Find(ModelDescriptor.FileName, Section) is not null;

    /// <summary>The server; null with faults where it is not described rightly.</summary>
    public RemoteEndpoint? Endpoint()
    {
        var before = faults.Count;
        var url = Text("url");
        var isUrl = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed is { Scheme: "http" or "https", Query: "", Fragment: "" } && IsPlain(url!);
        Require(isUrl, "url", "the address of a server, such as http://127.0.0.1:8000");
        Require(
            !isUrl || parsed!.UserInfo.Length == 0, "url", "an address without a name and a password: 'remote.keyVariable' names the variable with the server's key");
        var name = facts.Find(ModelDescriptor.FileName, $"{Section}.kind") is null ? "vllm" : Text("kind");
        RemoteKind? kind = name switch
        {
            "vllm" => RemoteKind.Vllm,
            "sglang" => RemoteKind.Sglang,
            "llama-server" => RemoteKind.LlamaServer,
            _ => null,
        };
        Require(kind is not null, "kind", "vllm, sglang or llama-server");
        var model = Text("model");
        Require((model is { Length: > 0 } && IsPlain(model)) || kind == RemoteKind.LlamaServer, "model", "the model's name on the server");
        var concurrency = facts.Find(ModelDescriptor.FileName, $"{Section}.concurrency") is null
            ? 64
            : facts.NumberAt(ModelDescriptor.FileName, $"{Section}.concurrency") ?? 0;
        Require(concurrency is >= 1 and <= 4096, "concurrency", "a whole number of requests from 1 to 4096");
        var (patience, perToken) = (Seconds("patienceSeconds", 60), Seconds("secondsPerToken", 1));
        var hasKey = facts.Find(ModelDescriptor.FileName, $"{Section}.keyVariable") is not null;
        Require(!hasKey || Text("keyVariable") is { Length: > 0 }, "keyVariable", "the name of an environment variable");
        var price = Price();
        if (faults.Count > before)
        {
            return null;
        }

        facts.Note("server", $"{name} at {url}", ModelDescriptor.FileName);
        return new RemoteEndpoint(new Uri(url!.TrimEnd('/') + "/"), kind!.Value, model ?? "")
        {
            KeyVariable = Text("keyVariable"),
            Price = price,
            Concurrency = (int)concurrency,
            PatienceSeconds = patience,
            SecondsPerToken = perToken,
        };
    }

    /// <summary>What the model is, as far as anyone says.</summary>
    public ModelCard Card(string name, string fingerprint, ModelRole role)
    {
        var context = facts.Number("context", (ModelDescriptor.FileName, "contextTokens"), ("config.json", "max_position_embeddings")) ?? 0;
        var parameters = facts.Number("parameters", (ModelDescriptor.FileName, "parameters")) ?? 0;
        if (context is 0 or > int.MaxValue)
        {
            faults.Add(ModelDescriptor.FileName, "'contextTokens', the longest text that the server takes", "Add the number, or correct it.");
        }

        if (parameters == 0)
        {
            faults.Add(
                ModelDescriptor.FileName, "'parameters', the number of weights, by which floating-point operations are counted", "Add the number, or correct it.");
        }

        var repeatable = facts.Find(ModelDescriptor.FileName, $"{Section}.repeatable");
        Require(repeatable is null || repeatable.GetValueKind() is JsonValueKind.True or JsonValueKind.False, "repeatable", "true or false");
        var same = Same() ?? new SameModel(fingerprint[..8], fingerprint, fingerprint);
        return new ModelCard(name, same.Version, same.Sha256, parameters, (int)Math.Min(context, int.MaxValue), role)
        {
            Fingerprint = same.Fingerprint,
            IsRepeatable = repeatable?.GetValueKind() == JsonValueKind.True,
        };
    }

    // Nobody can tell from here what weights a server has: its owner says so.
    private SameModel? Same()
    {
        if (facts.Find(ModelDescriptor.FileName, SameSection) is null)
        {
            return null;
        }

        var before = faults.Count;
        var (version, sha256, fingerprint) = (TextOf("version"), TextOf("sha256"), TextOf("fingerprint"));
        Require(version is { Length: > 0 }, "same.version", SameExpected);
        Require(IsHash(sha256), "same.sha256", SameExpected);
        Require(IsHash(fingerprint), "same.fingerprint", SameExpected);
        Require(facts.Find(ModelDescriptor.FileName, PriceSection) is null, "price", "absent beside 'remote.same': in one pool nobody knows which worker serves, and what it costs");
        Require(facts.TokenAt(ModelDescriptor.FileName, "name") is not null, "same", "beside the 'name' of that model");
        return faults.Count == before ? new SameModel(version!, sha256!, fingerprint!) : null;

        string? TextOf(string key) => facts.TokenAt(ModelDescriptor.FileName, $"{SameSection}.{key}");

        static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
    }

    private RemotePrice? Price()
    {
        if (facts.Find(ModelDescriptor.FileName, PriceSection) is null)
        {
            return null;
        }

        var currency = facts.TokenAt(ModelDescriptor.FileName, $"{PriceSection}.currency");
        Require(currency is { Length: > 0 and <= 16 }, "price.currency", "a name of at most 16 characters, such as EUR");
        Require(
            facts.Find(ModelDescriptor.FileName, $"{PriceSection}.prompt") is not null || facts.Find(ModelDescriptor.FileName, $"{PriceSection}.generated") is not null,
            "price", "with 'prompt', 'generated' or both: what a million tokens cost");
        var prompt = MoneyAt("prompt", 0);
        var price = new RemotePrice(currency ?? "", prompt, MoneyAt("generated", 0)) { Cached = MoneyAt("cached", Math.Max(prompt, 0)) };
        facts.Note(
            "price", string.Create(
                CultureInfo.InvariantCulture,
                $"{price.Currency} {price.Prompt} for a million tokens read, {price.Cached} for cached ones, {price.Generated} for written ones"),
            ModelDescriptor.FileName);
        return price;
    }

    private double MoneyAt(string key, double otherwise)
    {
        var node = facts.Find(ModelDescriptor.FileName, $"{PriceSection}.{key}");
        var money = node is JsonValue value && value.TryGetValue<double>(out var known) ? known : otherwise;
        Require(
            (node is null || node.GetValueKind() == JsonValueKind.Number) && money is >= 0 and <= 1e9, $"price.{key}",
            "a price of a million tokens, from 0");
        return money;
    }

    private double Seconds(string key, double otherwise)
    {
        var node = facts.Find(ModelDescriptor.FileName, $"{Section}.{key}");
        var seconds = node is JsonValue value && value.TryGetValue<double>(out var said) ? said : otherwise;
        Require(
            (node is null || node.GetValueKind() == JsonValueKind.Number) && seconds is >= 0 and <= 86_400, key, "seconds from 0 to 86400");
        return seconds;
    }

    private static bool IsPlain(string text) => !text.Any(char.IsControl);

    private string? Text(string key) =>
        facts.Find(ModelDescriptor.FileName, $"{Section}.{key}") is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private void Require(bool holds, string key, string expected)
    {
        if (!holds)
        {
            faults.Add(ModelDescriptor.FileName, $"'{Section}.{key}' to be {expected}", Remedy);
        }
    }
}
