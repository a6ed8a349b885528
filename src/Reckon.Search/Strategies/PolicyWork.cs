namespace Reckon.Search.Strategies;

/// <summary>What searches with a policy are expected to draw: the mean over bins, as if each were met as often.</summary>
internal static class PolicyWork
{
    /// <summary>At <paramref name="n"/>, where an answer has so many <paramref name="steps"/>.</summary>
    public static ExpectedWork Of(BinPolicy policy, int n, double steps)
    {
        ExpectedWork[] works = [.. policy.Bins.Select(method => Of(method, PolicyShare.Of(method, n, policy.Answers), policy.Answers, steps))];
        return new ExpectedWork(works.Average(work => work.Drawn))
        {
            FromRoot = works.Average(work => work.FromRoot),
            Reread = works.Average(work => work.Reread),
            FurtherPrompts = works.Average(work => work.FurtherPrompts),
        };
    }

    private static ExpectedWork Of(PolicyMethod method, PolicyShare share, int probe, double steps)
    {
        var (work, beside) = (method.Definition!.Work(share.Values, steps), probe - share.Reused);
        return work with { Drawn = work.Drawn + beside, FromRoot = work.FromRoot + beside };
    }
}
