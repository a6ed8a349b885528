using System.Text.Json.Nodes;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Onnx.Tests.Remote;

/// <summary>A folder with the tokenizer of a model that a server runs.</summary>
internal sealed class RemoteFolder : IDisposable
{
    public RemoteFolder(string model, string url, string kind = "vllm")
    {
        Folder = Directory.CreateTempSubdirectory("reckon-remote-").FullName;
        foreach (var file in (string[])["tokenizer.json", "config.json", "generation_config.json"])
        {
            File.Copy(Path.Combine(model, file), Path.Combine(Folder, file));
        }

        var described = ModelFolder.Read(model);
        Descriptor = new JsonObject
        {
            ["name"] = "remote-abacus",
            ["contextTokens"] = described.Descriptor.Card.ContextTokens,
            ["parameters"] = described.Descriptor.Card.Parameters,
            ["step"] = new JsonObject { ["delimiter"] = described.Descriptor.StepDelimiter },
            ["prompt"] = new JsonObject { ["template"] = described.Descriptor.PromptTemplate },
            ["remote"] = new JsonObject { ["url"] = url, ["kind"] = kind, ["model"] = "abacus" },
        };
        Write();
    }

    public string Folder { get; }

    public JsonObject Descriptor { get; }

    public void Write() => File.WriteAllText(Path.Combine(Folder, "reckon.json"), Descriptor.ToJsonString());

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
