using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Reckon.Inference.Slots;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>Reads a model's folder file by file. Continues after a fault, to find all of them.</summary>
internal sealed class ModelFolderReader(string path, FaultList faults)
{
    private const string AttentionHeadsKey = "num_attention_heads";
    private const string GenerationName = "generation_config.json";

    /// <summary>The folder, or null when faults were found.</summary>
    public ModelFolder? Read()
    {
        if (JsonFile.Read(path, ModelDescriptor.FileName, faults) is not { } file || new DescriptorReader(file, faults).Read() is not { } descriptor)
        {
            return null; // Nothing tells what else should be there.
        }

        var tokenizer = JsonFile.Read(path, "tokenizer.json", faults) is { } tokens ? TokenizerFile.Read(tokens, faults) : null;
        var config = JsonFile.Read(path, "config.json", faults);
        var hasGeneration = File.Exists(Path.Combine(path, GenerationName)); // It decides nothing, but must not contradict the descriptor.
        var generation = hasGeneration ? JsonFile.Read(path, GenerationName, faults) : null;
        var known = JsonFile.Read(path, KnownAnswerFile.FileName, faults) is { } answers ? KnownAnswerFile.Read(answers) : null;
        CheckFile(descriptor.ModelFile, descriptor.Card.Sha256);
        foreach (var data in descriptor.Data)
        {
            CheckFile(data.File, data.Sha256);
        }

        return tokenizer is null || config is null || (hasGeneration && generation is null) || known is null
            ? null
            : Join(descriptor, tokenizer, config, generation, known);
    }

    private ModelFolder? Join(ModelDescriptor descriptor, ITokenizer tokenizer, JsonFile config, JsonFile? generation, KnownAnswer known)
    {
        var begin = (int)config.Number("bos_token_id", least: 0);
        var context = config.Number("max_position_embeddings");
        if (context < descriptor.Card.ContextTokens)
        {
            faults.Add(
                ModelDescriptor.FileName,
                $"'contextTokens' of at most {context}, which config.json gives as max_position_embeddings",
                "Correct one of the two.");
        }

        if (config.Number("vocab_size") < tokenizer.Size)
        {
            faults.Add("config.json", $"'vocab_size' of at least the tokenizer's {tokenizer.Size}", "Export model and tokenizer together.");
        }

        int? delimiter = TokenOf(tokenizer, descriptor.StepDelimiter, "step.delimiter");
        int[] ends = [.. descriptor.EndOfText.Select(mark => TokenOf(tokenizer, mark, "endOfText"))];
        foreach (var id in (generation is null ? [] : EndIds(generation)).Where(id => !ends.Contains(id)))
        {
            faults.Add(
                ModelDescriptor.FileName,
                $"'endOfText' to hold the token {id}, which generation_config.json gives as eos_token_id",
                "Correct one of the two.");
        }

        CheckKnown(known, tokenizer.Size, descriptor.Card.ContextTokens);
        return faults.Count > 0
            ? null
            : new ModelFolder(
                path,
                descriptor with { Card = descriptor.Card with { Fingerprint = ModelFingerprint.Of(path) } },
                tokenizer,
                descriptor.HasBeginMark ? begin : null,
                delimiter,
                [.. ends],
                known)
            {
                AttentionHeads = config.Has(AttentionHeadsKey) ? (int)config.Number(AttentionHeadsKey) : null,
            };
    }

    private int TokenOf(ITokenizer tokenizer, string text, string field)
    {
        if (tokenizer.TryGetId(text, out var id))
        {
            return id;
        }

        faults.Add(
            ModelDescriptor.FileName,
            $"'{field}' to be one token of tokenizer.json, which '{text.ReplaceLineEndings("\\n")}' is not",
            "Name a token of the vocabulary.");
        return 0;
    }

    private static IEnumerable<int> EndIds(JsonFile generation) => generation.Root["eos_token_id"] switch
    {
        JsonArray ids => ids.Select(JsonFile.IntegerOf).OfType<int>(),
        JsonValue id => JsonFile.IntegerOf(id) is { } one ? [one] : [],
        _ => [],
    };

    private void CheckKnown(KnownAnswer known, int size, int context)
    {
        if (known.Longest.Length < RepeatabilityProbe.LeastTokens)
        {
            faults.Add(KnownAnswerFile.FileName, $"a text of at least {RepeatabilityProbe.LeastTokens} tokens", "Export the model again.");
        }

        if (known.Longest.Length > context && context > 1) // 1 stands for a number that is wrong, which was told.
        {
            faults.Add(
                KnownAnswerFile.FileName,
                $"texts of at most {context} tokens, which {ModelDescriptor.FileName} gives as contextTokens, not {known.Longest.Length}",
                "Correct contextTokens, or export the model again.");
        }

        if (known.Texts.Any(text => text.Ids.Any(id => id < 0 || id >= size)))
        {
            faults.Add(KnownAnswerFile.FileName, $"ids below the tokenizer's size, {size}", "Export the model again.");
        }
    }

    private void CheckFile(string name, string sha256)
    {
        var file = Path.Combine(path, name);
        if (!File.Exists(file))
        {
            faults.Add(name, $"a file of the model, which {ModelDescriptor.FileName} names", "Export the model again.");
            return;
        }

        if (FolderFile.Unreadable(file) is { } expected)
        {
            faults.Add(name, expected, "Fetch or export the model again.");
            return;
        }

        using var stream = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (!hash.Equals(sha256, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(
                name,
                $"a file with SHA-256 {sha256}, not {hash}",
                "The file is damaged or of another version: fetch or export the model again.");
        }
    }
}
