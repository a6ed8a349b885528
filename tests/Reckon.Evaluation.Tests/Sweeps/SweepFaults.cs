using System.Text;

namespace Reckon.Evaluation.Tests.Sweeps;

/// <summary>One mistake after another, made in a sweep that is right.</summary>
internal static class SweepFaults
{
    private static readonly (string Right, string Wrong)[] _edits =
    [
        ("reckon/v1", "reckon/v2"),
        ("apiVersion: reckon/v1\n", ""),
        ("kind: Sweep", "kind: [Sweep]"),
        ("name: demo", "name: ../demo"),
        ("name: demo", "name:"),
        ("name: demo", "name: demo\nname: demo"),
        ("name: demo", "nmae: demo"),
        ("name: demo", "name: demo\ncolour: red"),
        ("name: demo", "name: \"\\x1b[31mred\""),
        ("{ path: ../datasets/test.jsonl, limit: 200 }", "../datasets/test.jsonl"),
        ("test.jsonl", "tset.jsonl"),
        ("../datasets/test.jsonl", "../datasets"),
        ("limit: 200", "limit: 0"),
        ("limit: 200", "limit: \"200\""),
        ("limit: 200", "limit: 99999999999"),
        ("limit: 200", "descriptor: mth"),
        ("limit: 200", "descriptor: mine.json"),
        ("limit: 200", "descriptor: [math]"),
        ("limit: 200", "descriptr: math"),
        ("limit: 200", "exclude: []"),
        ("limit: 200", "exclude: [a, a, [b]]"),
        ("limit: 200", "ids: [a, a]"),
        ("limit: 200", "where: { }"),
        ("limit: 200", "where: { subject: [algebra, algebra], level: [-1, 2, 2] }"),
        ("limit: 200", "where: { levle: 2 }"),
        ("limit: 200", "sample: 20"),
        ("limit: 200", "sample: { seed: 1 }"),
        ("limit: 200", "sample: { count: 0, seed: one }"),
        ("aggregation: min", "onOverlong: drop"),
        ("aggregation: min", "maxUnknownText: 2"),
        ("proposer: ../models/writer, ", ""),
        ("models/judge", "models/jugde"),
        (", verifier: ../models/judge", ""),
        ("aggregation: min", "aggregation: min\ntrees: maybe"),
        ("seeds: [0, 7]", "seeds: [0, 0]"),
        ("seeds: [0, 7]", "seeds: []"),
        ("seeds: [0, 7]", "seeds: [0, many]"),
        ("seeds: [0, 7]", "seeds: { first: 0 }"),
        ("temperature: 0.7", "temperature: 10.5"),
        ("temperature: 0.7", "temperature: warm"),
        ("temperature: 0.7", "temperature: .nan"),
        ("temperature: 0.7", "temprature: 0.7"),
        ("maxStepTokens: 32", "maxStepTokens: 0"),
        ("maxStepTokens: 32", "topK: 0"),
        ("maxStepTokens: 32", "topP: 0"),
        ("maxStepTokens: 32", "topP: 1.5"),
        ("maxStepTokens: 32", "minP: -0.1"),
        ("maxStepTokens: 32", "repetitionPenalty: 0"),
        ("maxStepTokens: 32", "presencePenalty: 3"),
        ("maxStepTokens: 32", "frequencyPenalty: high"),
        ("maxStepTokens: 32", "top_k: 5"),
        ("maxStepTokens: 32", "stop: []"),
        ("maxStepTokens: 32", "stop: \"\""),
        ("maxStepTokens: 32", "stop: [a, b, a, [c]]"),
        ("maxStepTokens: 32", $"stop: {new string('x', 257)}"),
        ("maxStepTokens: 32", "stop: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q]"),
        ("maxStepTokens: 32", "stepDelimiter: []"),
        ("maxStepTokens: 32", $"stepDelimiter: {new string('x', 65)}"),
        ("aggregation: min", "aggregation: min\nprompt: Think."),
        ("aggregation: min", "aggregation: min\nprompt: { system: [a], sytem: b, examples: [] }"),
        ("aggregation: min", "aggregation: min\nprompt: { examples: [a, { problem: b }, { problem: c, solution: [d], answer: e }] }"),
        ("aggregation: min", $"aggregation: min\nprompt: {{ examples: [{string.Join(", ", Enumerable.Repeat("{ problem: a, solution: b }", 65))}] }}"),
        ("temperature: 0.7", "temperature: 0, topK: 5, topP: 0.9, minP: 0.1"),
        ("bestOfN", "best_of_m"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: 4"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: { n: [] }"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: { n: [1, 4, 4] }"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: { n: [0, 1.5] }"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: { n: [4], width: 4 }"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: { n: [4, 65] }"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: { n: [4] }\n    beam: { n: [4], width: 4 }"),
        ("n: [4, 16], width: 4", "n: [2, 4, 16], width: 4"),
        ("n: [4, 16], width: 4", "n: [4, 16], width: 0"),
        ("n: [4, 16], width: 4", "n: [4, 16], width: root"),
        ("n: [4, 16], width: 4", "n: [4, 16], width: \"4\""),
        ("n: [4, 16], width: 4", "n: [4, 16]"),
        ("{ n: [1], width: 1 }", "{ n: [4], width: 4, maxRounds: 20 }"),
        ("{ n: [1], width: 1 }", "{ n: [4], width: 4, maxRounds: 20, asynchronous: true }"),
        ("n: [4, 16], width: 4", "n: [4, 16], width: 4, asynchronous: maybe"),
        ("n: [4, 16], width: 4", "n: [4, 16], width: 4, asynchronus: true"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "bestOfN: { n: [1, 4], asynchronous: true }"),
        ("bestOfN: { n: [1, 4, 16, 64] }", "rebase: { n: [4, 16], subtrees: [1, 2], asynchronous: true }"),
        ("selections: [weighted, majority]", "selections: [weighted, wieghted]"),
        ("selections: [weighted, majority]", "selections: [majority, majority]"),
        ("selections: [weighted, majority]", "selections: []"),
        ("aggregation: min", "aggregation: lsat"),
        ("aggregation: min", "aggregation: [min, last, min]"),
        ("aggregation: min", "aggregation: []"),
        ("aggregation: min", "aggregation: { first: min }"),
        ("aggregation: min", "aggregation: min\nties: frist"),
        ("aggregation: min", "aggregation: min\ncontrol: rnadom"),
        ("aggregation: min", "aggregation: min\ncontrol: flip"),
        ("aggregation: min", "aggregation: min\ncontrol: { flip: 1.5 }"),
        ("aggregation: min", "aggregation: min\ncontrol: { share: 0.2 }"),
        ("aggregation: min", "aggregation: min\ncontrol: [random]"),
        ("aggregation: min", "aggregation: min\ncontrol: oracle"),
        (", verifier: ../models/judge }", " }\ncontrol: { flip: 0.2 }"),
        ("tokens: 20000", "tokens: -1"),
        ("tokens: 20000", "joules: 20000"),
        ("tokens: 20000", "flops: 0"),
        ("tokens: 20000", "seconds: 0"),
        ("tokens: 20000", "tokens: 200"),
        ("tokens: 20000", "tokens: 20000, sweep: { tokens: 1000, trials: 7, flops: 1e9, seconds: 60 }"),
        ("tokens: 20000", "tokens: 20000, sweep: { tokens: none, trails: 8 }"),
        ("temperature: 0.7, maxStepTokens: 32, maxAnswerTokens: 100", "maxAnswerTokens: 10000, maxStepTokens: 20000"),
        ("temperature: 0.7, maxStepTokens: 32, maxAnswerTokens: 100", "temperature: warm, maxAnswerTokens: 10000"),
        ("seeds: [0, 7]", "seeds: &s [0, 7]"),
        ("seeds: [0, 7]", "seeds: !!seq [0, 7]"),
        ("seeds: [0, 7]", "seeds: *s"),
        ("seeds: [0, 7]", "? [a, b]\n: c"),
        ("  - beam: { n: [1], width: 1 }", "\t- beam: { n: [1], width: 1 }"),
        ("aggregation: min", "aggregation: min\n---\nkind: Sweep"),
        ("aggregation: min", "aggregation: [min"),
    ];

    private static readonly string[] _files = ["", "# nothing\n", "~", "hello", "- a\n- b\n", "%YAML 9.9\n---\na: b\n"];

    public static string Listing()
    {
        var listing = new StringBuilder();
        foreach (var (right, wrong) in _edits)
        {
            Assert.Contains(right, SweepText.Full, StringComparison.Ordinal);
            listing.Append($"{Shown(right)} -> {Shown(wrong)}\n{SweepText.Faults(SweepText.Full.Replace(right, wrong, StringComparison.Ordinal))}\n\n");
        }

        foreach (var file in _files)
        {
            listing.Append($"{Shown(file)}\n{SweepText.Faults(file)}\n\n");
        }

        return listing.ToString();
    }

    private static string Shown(string text) =>
        $"<{text.Replace("\n", "⏎", StringComparison.Ordinal).Replace("\t", "⇥", StringComparison.Ordinal)}>";
}
