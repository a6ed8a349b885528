namespace Reckon.Grading.Extraction;

/// <summary>
/// Takes the content of the last closed box that is not empty. Boxes that are listed with it and hold something else belong
/// to the answer: <c>\boxed{1} and \boxed{-2}</c> is the list <c>1, -2</c>.
/// </summary>
internal sealed class BoxedExtractor : IAnswerExtractor
{
    private const int MostBoxes = 16;

    /// <inheritdoc/>
    public ExtractionResult Find(Completion completion)
    {
        var boxes = new BoxesFromEnd(completion.Text, completion.IsCut);
        var isBroken = false;
        while (boxes.MoveBack())
        {
            if (!boxes.Current.IsClosed)
            {
                isBroken = true;
            }
            else if (!completion.Text[boxes.Current.Content].IsWhiteSpace())
            {
                return WithThoseBefore(completion.Text, boxes);
            }
        }

        return isBroken || boxes.IsSpent ? ExtractionResult.Truncated : ExtractionResult.None;
    }

    private static ExtractionResult WithThoseBefore(ReadOnlySpan<char> text, BoxesFromEnd boxes)
    {
        List<string> answers = [Content(text, boxes.Current)];
        var next = boxes.Current;
        for (var i = 1; i < MostBoxes && boxes.MoveBack() && boxes.Current.IsClosed && AreOneList(text, boxes.Current, next); i++)
        {
            next = boxes.Current;
            if (Content(text, next) is { Length: > 0 } answer && !answers.Contains(answer))
            {
                answers.Insert(0, answer);
            }
        }

        return answers is [var only]
            ? new ExtractionResult(ExtractionStatus.Answered, only)
            : ExtractionResult.OfSeveral([.. answers]);
    }

    private static bool AreOneList(ReadOnlySpan<char> text, Box box, Box next) =>
        box.End <= next.Start && BoxGap.MakesList(text[box.End..next.Start]);

    private static string Content(ReadOnlySpan<char> text, Box box) => text[box.Content].Trim().ToString();
}
