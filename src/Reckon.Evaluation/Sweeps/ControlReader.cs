using Reckon.Evaluation.Text;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Controls;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads what stands in for the sweep's verifier, or in its way.</summary>
internal sealed class ControlReader(SectionReader root)
{
    private const string Key = "control";
    private const string Remedy = "Write 'control: random', 'control: oracle' or 'control: { flip: 0.2 }'";

    /// <summary>The control; null where there is none, or none that can be.</summary>
    /// <param name="hasVerifier">Whether the sweep names a verifier.</param>
    public VerifierControl? Read(bool hasVerifier)
    {
        if (root.Optional(Key) is not { } node || Parse(node) is not { } control)
        {
            return null;
        }

        var name = CamelCase.Of(control.Kind);
        if (control.NeedsVerifier && !hasVerifier)
        {
            Report(node, $"the control {name} changes a verifier's scores, and the sweep has no verifier", "Name one as models.verifier");
        }
        else if (!control.NeedsVerifier && hasVerifier)
        {
            Report(node, $"the control {name} stands in for a verifier, and the sweep has one", "Take models.verifier out");
        }

        return control;
    }

    private void Report(SourceNode node, string what, string remedy) => root.Log.Add(node.Line, node.Column, Key, what, remedy);

    private VerifierControl? Parse(SourceNode node)
    {
        if (node is SourceNode.Scalar scalar)
        {
            ControlKind? kind = scalar.Text == CamelCase.Of(ControlKind.Random) ? ControlKind.Random
                : scalar.Text == CamelCase.Of(ControlKind.Oracle) ? ControlKind.Oracle : null;
            if (kind is { } named)
            {
                return new VerifierControl(named);
            }
        }
        else if (node is SourceNode.Map map)
        {
            var section = new SectionReader(map, Key, root.Log);
            var flip = CamelCase.Of(ControlKind.Flip);
            var share = section.Required(flip, "the share of scores that are flipped");
            section.Close();
            return share is not null && ValueReader.Number(share, section.PathOf(flip), 0, 1, root.Log) is { } number
                ? new VerifierControl(ControlKind.Flip, number)
                : null;
        }

        Report(node, $"expected a control, found {node.Described}", Remedy);
        return null;
    }
}
