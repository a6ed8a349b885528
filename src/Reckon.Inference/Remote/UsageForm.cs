using System.Text.Json.Nodes;
using Reckon.Inference.Folders;
using Reckon.Search.Running;

namespace Reckon.Inference.Remote;

/// <summary>Reads what servers say of the tokens that they read and wrote.</summary>
internal static class UsageForm
{
    /// <summary><c>usage</c> of vLLM and SGLang, or the counts of llama-server; null where there are none.</summary>
    public static ServerUsage? Read(JsonObject root) => (root["usage"], root["tokens_evaluated"]) switch
    {
        (JsonObject usage, _) => Checked(
            Count(usage["prompt_tokens"]), Count((usage["prompt_tokens_details"] as JsonObject)?["cached_tokens"]), Count(usage["completion_tokens"])),
        (_, JsonValue read) => Checked(Count(read), Count(root["tokens_cached"]), Count(root["tokens_predicted"])),
        _ => null,
    };

    private static ServerUsage Checked(long prompt, long cached, long generated) =>
        new(Math.Max(0, prompt), Math.Clamp(cached, 0, Math.Max(0, prompt)), Math.Max(0, generated));

    private static long Count(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var count) ? count : 0;
}
