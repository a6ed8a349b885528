using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.Tests.Judging;
using Reckon.Inference.Tests.Simulation;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Slots;

public sealed class RepeatabilityProbeTests
{
    private static readonly int[] _text = SimulatedTexts.Text(1, 12);

    [Fact]
    public void Passes_a_model_that_does_not_mind_its_batch()
    {
        using var model = new SimulatedModel(Some.Language, slots: 4, contextTokens: 32, DevicePace.Instant);

        Assert.True(RepeatabilityProbe.Passes(model, _text));
        Assert.All(Enumerable.Range(0, 4), slot => Assert.Equal(0, model.LengthOf(slot)));
    }

    [Fact]
    public void Fails_a_model_whose_logits_depend_on_the_number_of_rows()
    {
        using var model =
            new GatedModel(new SimulatedModel(Some.Language, slots: 4, contextTokens: 32, DevicePace.Instant)) { MindsItsBatch = true };

        Assert.False(RepeatabilityProbe.Passes(model, _text));
    }

    [Theory]
    [InlineData(8, 3)]
    [InlineData(8, 4)]
    [InlineData(8, 8)]
    [InlineData(64, 16)]
    public void Fails_a_model_that_minds_batches_from_some_size_on(int slots, int rows)
    {
        using var model = new GatedModel(new SimulatedModel(Some.Language, slots, contextTokens: 32, DevicePace.Instant)) { MindsBatchesFrom = rows };

        Assert.False(RepeatabilityProbe.Passes(model, _text));
    }

    [Fact]
    public void Fails_a_model_that_minds_a_neighbour_that_is_longer()
    {
        using var model =
            new GatedModel(new SimulatedModel(Some.Language, slots: 2, contextTokens: 128, DevicePace.Instant)) { MindsNeighboursFrom = 80 };

        Assert.False(RepeatabilityProbe.Passes(model, _text));
        Assert.Equal((0, 0), (model.LengthOf(0), model.LengthOf(1)));
    }

    [Fact]
    public void Passes_a_verifier_that_goes_back_to_where_it_was()
    {
        using var model = new SimulatedVerifierModel(Some.Language, slots: 1, contextTokens: 32, DevicePace.Instant);

        Assert.True(RepeatabilityProbe.Passes(model, _text));
        Assert.Equal(0, model.LengthOf(0));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Fails_a_verifier_whose_scores_depend_on_how_a_text_is_cut_or_on_what_was_read_before(bool mindsItsChunks, bool mindsItsPast)
    {
        using var inner = new SimulatedVerifierModel(Some.Language, slots: 1, contextTokens: 32, DevicePace.Instant);
        using var model = new GatedVerifierModel(inner) { MindsItsChunks = mindsItsChunks, MindsItsPast = mindsItsPast };

        Assert.False(RepeatabilityProbe.Passes(model, _text));
        Assert.Equal(0, model.LengthOf(0));
    }
}
