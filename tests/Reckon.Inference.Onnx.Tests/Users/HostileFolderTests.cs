using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Templates;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Folders that are damaged, or made to do damage: they are refused in words, or read. RECKON_FOLDER_CASES sets how many are tried.</summary>
public sealed class HostileFolderTests
{
    private const string HalfCharacter = "\"\\ud800\""; // JSON that no writer writes.

    private static readonly string[] _values =
    [
        "null", "-1", "0", "1e308", "2147483648", "9223372036854775807", "\"\"", "\"../../etc/passwd\"", "\"/dev/zero\"", "\"a\\u0000b\"", "[]", "{}", "true",
        "[[[[[]]]]]", "[null]", "{\"type\":\"Sequence\"}", "\"{{ x }}{% for %}\"", "\"{problem}{problem}\"", "\"half\"", "[-1, 3000000000]",
    ];

    [Theory]
    [InlineData("genai-int4", "qwen")]
    [InlineData("optimum", "mistral")]
    public void End_in_a_fault_with_a_remedy_or_are_read(string export, string tokenizer)
    {
        using var folder = new TinyFolder(export, tokenizer);
        File.WriteAllText(folder.In("reckon.json"), """{ "contextTokens": 64, "role": "proposer", "prompt": { "system": "x" }, "step": { "delimiter": "\n" } }""");
        File.WriteAllText(folder.In("chat_template.jinja"), "{% for turn in messages %}{{ turn.content }}{% endfor %}");
        var files = Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).ToDictionary(file => file, File.ReadAllBytes);
        var cases = int.Parse(Environment.GetEnvironmentVariable("RECKON_FOLDER_CASES") ?? "300", System.Globalization.CultureInfo.InvariantCulture);
        var random = new Random(7);
        var refused = 0;
        for (var i = 0; i < cases; i++)
        {
            var (file, content) = files.ElementAt(random.Next(files.Count));
            Spoil(random, file, content);
            refused += IsRefused(folder.Path, i) ? 1 : 0;
            Restore(file, content);
        }

        Assert.InRange(refused, cases / 4, cases);
    }

    [Fact]
    public void A_link_that_leads_to_itself_is_a_missing_file()
    {
        using var folder = new TinyFolder("optimum");
        File.Delete(folder.In("model.onnx"));
        File.CreateSymbolicLink(folder.In("model.onnx"), folder.In("model.onnx"));
        File.Delete(folder.In("config.json"));
        Directory.CreateDirectory(folder.In("config.json"));

        Assert.True(IsRefused(folder.Path, 0));
    }

    [Fact]
    public void Weights_behind_a_link_that_leads_to_itself_are_missing()
    {
        using var folder = new TinyFolder("optimum");
        File.Delete(folder.In("model.onnx_data"));
        File.CreateSymbolicLink(folder.In("model.onnx_data"), folder.In("model.onnx_data"));

        AssertRefused(folder, "model.onnx_data: expected a file with weights");
    }

    [Fact]
    public void Weights_that_are_all_0_fail_the_self_test()
    {
        using var folder = new TinyFolder("optimum");
        File.WriteAllBytes(folder.In("model.onnx_data"), new byte[new FileInfo(folder.In("model.onnx_data")).Length]);

        var refused = Assert.Throws<ModelLoadException>(() => InferenceEngines.OpenProposer(OnnxFolders.Read(folder.Path), new EngineOptions(), new OnnxExecutionOptions()));

        Assert.Contains("logits that differ between tokens", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verifier_whose_tokenizer_lacks_the_marks_of_its_layout_is_refused()
    {
        using var folder = new TinyFolder("optimum");
        File.WriteAllText(folder.In("reckon.json"), """{ "role": "verifier", "verifier": { "layout": "rlhflow-prm" } }""");

        AssertRefused(folder, "a token '<|eot_id|>', which the layout rlhflow-prm writes around problem and steps");
    }

    [Theory]
    [InlineData("reckon.json")]
    [InlineData("model.onnx")]
    [InlineData("model.onnx_data")]
    [InlineData("tokenizer.json")]
    [InlineData("config.json")]
    [InlineData("generation_config.json")]
    [InlineData("chat_template.jinja")]
    public void A_file_that_never_ends_is_not_read(string file)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no device that never ends here.");
        using var folder = new TinyFolder("optimum");
        File.Delete(folder.In(file));
        File.CreateSymbolicLink(folder.In(file), "/dev/zero");

        AssertRefused(folder, file == "model.onnx_data" ? "ONNX Runtime follows no link out of it" : "is no device and no pipe");
    }

    [Fact]
    public void A_pipe_into_which_nobody_writes_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes with names are made otherwise here.");
        using var folder = new TinyFolder("optimum");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [folder.In("reckon.json")]))
        {
            made.WaitForExit();
        }

        AssertRefused(folder, "is no device and no pipe");
    }

    [Theory]
    [InlineData("tokenizer.json", "{}", "'model' of a known type (WordLevel, BPE)")]
    [InlineData("model.onnx", "no graph at all", "an ONNX file, and this one is damaged")]
    [InlineData("chat_template.jinja", "hello", "a chat template that writes the problem into the prompt")]
    [InlineData("tokenizer_config.json", """{ "chat_template": 5 }""", "'chat_template' to be a text, or a list with one that is named 'default'")]
    [InlineData("tokenizer_config.json", """{ "chat_template": [{ "name": "tool_use", "template": "x" }] }""", "'chat_template' to be a text, or a list")]
    public void What_is_damaged_is_said_once_and_by_its_name(string file, string content, string expected)
    {
        using var folder = new TinyFolder("optimum");
        File.WriteAllText(folder.In(file), content);

        Assert.Single(AssertRefused(folder, expected).Faults);
    }

    private static ModelLoadException AssertRefused(TinyFolder folder, string expected)
    {
        var refused = Assert.Throws<ModelLoadException>(
            () => OnnxFolders.Read(folder.Path, (template, begin, end) => new JinjaTemplate(template, begin, end)));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        return refused;
    }

    private static bool IsRefused(string path, int number)
    {
        try
        {
            OnnxFolders.Read(path, (template, begin, end) => new JinjaTemplate(template, begin, end));
            return false;
        }
        catch (ModelLoadException refused)
        {
            Assert.NotEmpty(refused.Faults);
            Assert.All(refused.Faults, fault => Assert.True(fault.Expected.Length > 0 && fault.Remedy.Length > 0));
            return true;
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Case {number}: {fault}", fault);
        }
    }

    private static void Spoil(Random random, string file, byte[] content)
    {
        var isJson = file.EndsWith(".json", StringComparison.Ordinal);
        switch (random.Next(isJson ? 8 : 4))
        {
            case 0:
                File.Delete(file);
                break;
            case 1:
                File.WriteAllBytes(file, content[..random.Next(content.Length)]);
                break;
            case 2:
                var changed = content.ToArray();
                for (var i = 0; i < 4; i++)
                {
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                }

                File.WriteAllBytes(file, changed);
                break;
            case 3:
                File.WriteAllText(file, _values[random.Next(_values.Length)]);
                break;
            default:
                var root = JsonNode.Parse(content)!;
                Replace(random, root);
                File.WriteAllText(file, root.ToJsonString().Replace("\"half\"", HalfCharacter, StringComparison.Ordinal));
                break;
        }
    }

    // Somewhere in the tree; where there are many children, near the first ones as often as elsewhere.
    private static void Replace(Random random, JsonNode node)
    {
        while (true)
        {
            JsonNode?[] children = node switch
            {
                JsonObject fields => [.. fields.Select(field => field.Value)],
                JsonArray items => [.. items],
                _ => [],
            };
            if (children.Length == 0)
            {
                return;
            }

            var at = random.Next(random.Next(2) == 0 ? Math.Min(8, children.Length) : children.Length);
            if (children[at] is JsonObject or JsonArray && random.Next(3) > 0)
            {
                node = children[at]!;
                continue;
            }

            var value = JsonNode.Parse(_values[random.Next(_values.Length)]);
            if (node is JsonObject parent)
            {
                parent[parent.ElementAt(at).Key] = value;
            }
            else
            {
                ((JsonArray)node)[at] = value;
            }

            return;
        }
    }

    private static void Restore(string file, byte[] content) => File.WriteAllBytes(file, content);
}
