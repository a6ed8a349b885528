namespace Reckon.Inference.Slots;

/// <summary>
/// A model that can leave rows of logits on its device and hand out the largest of each. With a large vocabulary it can take longer to copy
/// a row than to compute it.
/// </summary>
public interface ITopLogitsModel : IModel
{
    /// <summary>Logits of a row that are handed out; 0 when it gives whole rows only.</summary>
    int TopCount { get; }

    /// <summary>Like <see cref="IModel.Decode"/>, with the largest of each row in place of the rows.</summary>
    /// <param name="tokens">One per row.</param>
    /// <param name="temperatures">One per row, above 0. For the sums; the logits that are handed out are not divided by it.</param>
    /// <returns>Valid until the next call that reads tokens.</returns>
    TopLogits DecodeTop(ReadOnlySpan<int> tokens, ReadOnlySpan<double> temperatures);

    /// <summary>
    /// The whole row of a slot of the last <see cref="DecodeTop"/>, in the bits that <see cref="IModel.Decode"/> would have
    /// returned; valid until the next call that returns logits. It may take a run over that slot alone, which must not have been
    /// changed since. What <see cref="DecodeTop"/> returned stays valid.
    /// </summary>
    ReadOnlySpan<float> WholeRow(int slot);
}
