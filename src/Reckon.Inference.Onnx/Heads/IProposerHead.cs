namespace Reckon.Inference.Onnx.Heads;

/// <summary>Where a proposer's logits arrive.</summary>
internal interface IProposerHead : IDisposable
{
    /// <summary>What a run has to fill for whole rows.</summary>
    RunOutputs Whole { get; }

    /// <summary>How many of the largest logits can be read without the whole row; 0 for none.</summary>
    int TopCount { get; }

    /// <summary>What a step has to fill for the largest logits, and the inputs that it needs for them.</summary>
    /// <exception cref="NotSupportedException"><see cref="TopCount"/> is 0.</exception>
    (TopOutputs Outputs, HeadInputs Inputs) Top { get; }

    /// <summary>After a step: the first rows, one after the other.</summary>
    ReadOnlySpan<float> First(int rows);

    /// <summary>After a run of <paramref name="tokens"/> over one row: the logits after the last.</summary>
    ReadOnlySpan<float> LastOf(int tokens);
}
