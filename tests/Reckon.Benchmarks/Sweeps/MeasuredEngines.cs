using Reckon.Cli.Running;
using Reckon.Inference.Engines;
using Reckon.Inference.Judging;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Proposing;
using Reckon.Worker;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>Both engines of a sweep, as the executable runs them, on models that are watched.</summary>
internal sealed class MeasuredEngines
{
    public MeasuredEngines(SweepInputs inputs)
    {
        var options = new EngineOptions();
        ProposerModel = new RecordingModel(
            InferenceEngines.OpenModel(inputs.Proposer.Folder!, options.Slots, new OnnxExecutionOptions(), options.MaxKeptTokens));
        VerifierModel = new RecordingVerifierModel(
            InferenceEngines.OpenVerifierModel(inputs.Verifier!.Folder!, slots: 1, new OnnxExecutionOptions(), options.MaxKeptTokens));
        var steps = InferenceEngines.StepsOf(inputs.Verifier!.Folder!);
        Proposer = new ProposerEngine(InferenceEngines.Parts(inputs.Proposer.Folder!, ProposerModel), options);
        Verifier =
            new VerifierEngine(new VerifierModel(inputs.Verifier!.Folder!.Descriptor.Card, VerifierModel, inputs.Verifier!.Folder!.Prompt, steps), options);
    }

    public RecordingModel ProposerModel { get; }

    public RecordingVerifierModel VerifierModel { get; }

    public ProposerEngine Proposer { get; }

    public VerifierEngine Verifier { get; }

    /// <summary>Both, for a silo that owns them from then on.</summary>
    public DeviceEngines Device => new([Proposer], [Verifier]);
}
