using System.Text.Json.Nodes;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Onnx.Tests.Remote;

/// <summary>A folder with the tokenizer of a model that a server runs.</summary>
internal sealed class RemoteFolder : IDisposable
{
    private static readonly string[] _files = ["tokenizer.json", "config.json", "generation_config.json", "tokenizer_config.json"];

    public RemoteFolder(string model, string url, string kind = "vllm")
    {
        Folder = Directory.CreateTempSubdirectory("reckon-remote-").FullName;
        foreach (var file in _files.Where(file => File.Exists(Path.Combine(model, file))))
        {
            File.Copy(Path.Combine(model, file), Path.Combine(Folder, file));
        }

        var described = OnnxFolders.Read(model);
        Descriptor = new JsonObject
        {
            ["name"] = "remote-abacus",
            ["contextTokens"] = described.Descriptor.Card.ContextTokens,
            ["parameters"] = described.Descriptor.Card.Parameters,
            ["step"] = new JsonObject { ["delimiter"] = described.Descriptor.StepDelimiter },
            ["prompt"] = new JsonObject { ["template"] = described.Descriptor.PromptTemplate },
            ["remote"] = new JsonObject { ["url"] = url, ["kind"] = kind, ["model"] = "abacus" },
        };
        if (described.Descriptor.Card.Role == ModelRole.Verifier)
        {
            Descriptor["role"] = "verifier";
            Descriptor["verifier"] = new JsonObject { ["layout"] = described.Layout?.Name ?? "delimited" };
        }

        Write();
    }

    public string Folder { get; }

    public JsonObject Descriptor { get; }

    /// <summary>Says that the server runs the model of another folder.</summary>
    public void Says(ModelCard same)
    {
        Descriptor["name"] = same.Name;
        Descriptor["remote"]!["same"] = new JsonObject
        {
            ["version"] = same.Version,
            ["sha256"] = same.Sha256,
            ["fingerprint"] = same.Fingerprint,
        };
        Write();
    }

    public void Write() => File.WriteAllText(Path.Combine(Folder, "reckon.json"), Descriptor.ToJsonString());

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
