using System.Text.Json;
using Jint;
using Jint.Runtime;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Templates;

/// <summary>
/// A chat template in Jinja, rendered by the library for it that model hubs keep, in an interpreter of its own without access to anything.
/// Safe for any number of threads: one renders at a time.
/// </summary>
public sealed class JinjaTemplate : IChatTemplate, IDisposable
{
    /// <summary>
    /// The day that templates print where they ask for the date: results must not depend on when a run begins. It is the one that
    /// Llama 3.1's own template falls back to.
    /// </summary>
    public static readonly DateTimeOffset Today = new(2024, 7, 26, 12, 0, 0, TimeSpan.Zero);

    private const int MostStatements = 3_000_000;
    private const int DeepestCall = 400;
    private const long MostMemory = 512L << 20; // Of all that is allocated, freed or not.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly Lazy<Prepared<Acornima.Ast.Script>> _library = new(Prepare);

    private readonly Engine _engine = new(options => options
        .LimitMemory(MostMemory).LimitRecursion(DeepestCall).TimeoutInterval(_patience).MaxStatements(MostStatements));

    private readonly Lock _rendering = new();
    private readonly string _begin;
    private readonly string _end;

    /// <summary>Parses a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="begin">The text of the begin mark; empty for none.</param>
    /// <param name="end">The text of the end mark; empty for none.</param>
    /// <exception cref="ChatTemplateException">It is no Jinja, or too large.</exception>
    public JinjaTemplate(string template, string begin, string end)
    {
        (_begin, _end) = (begin, end);
        Guard(() =>
        {
            _engine.Execute(_library.Value);
            _engine.SetValue("source", template);
            return _engine.Execute("var template = new module.exports.Template(source);");
        });
    }

    /// <inheritdoc/>
    public string Render(IReadOnlyList<ChatMessage> messages, bool addsGenerationPrompt)
    {
        var json = JsonSerializer.Serialize(messages.Select(message => new { role = message.Role, content = message.Content }));
        lock (_rendering)
        {
            return Guard(() =>
            {
                _engine.SetValue("json", json);
                _engine.SetValue("begin", _begin);
                _engine.SetValue("end", _end);
                _engine.SetValue("generates", addsGenerationPrompt);
                return _engine.Evaluate(
                    "template.render({ messages: JSON.parse(json), add_generation_prompt: generates, bos_token: begin, eos_token: end })");
            }).ToString()!;
        }
    }

    /// <summary>Ends the interpreter.</summary>
    public void Dispose() => _engine.Dispose();

    private static T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (fault is JintException or TimeoutException or InvalidOperationException or InsufficientExecutionStackException)
        {
            throw new ChatTemplateException(fault.Message, fault);
        }
    }

    // The library takes the date from what is called Date where it is defined.
    private static Prepared<Acornima.Ast.Script> Prepare()
    {
        using var stream = typeof(JinjaTemplate).Assembly.GetManifestResourceStream("jinja.cjs")!; // The project embeds it.
        using var reader = new StreamReader(stream);
        return Engine.PrepareScript($$"""
            var module = { exports: {} };
            (function (Real, exports) {
              function Date(...given) { return given.length ? new Real(...given) : new Real({{Today.ToUnixTimeMilliseconds()}}); }
              Date.now = () => {{Today.ToUnixTimeMilliseconds()}};
              Date.UTC = Real.UTC;
              Date.prototype = Real.prototype;
              {{reader.ReadToEnd()}}
            })(Date, module.exports);
            """);
    }
}
