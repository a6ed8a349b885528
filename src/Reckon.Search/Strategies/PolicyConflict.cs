namespace Reckon.Search.Strategies;

/// <summary>What is wrong with a policy at one n.</summary>
internal static class PolicyConflict
{
    /// <summary>The conflict; null where each method of <paramref name="policy"/> can go on with what <paramref name="n"/> leaves it.</summary>
    public static StrategyConflict? Of(BinPolicy policy, int n)
    {
        if (n <= policy.Answers)
        {
            return new StrategyConflict(
                $"n = {n} leaves nothing after the {policy.Answers} answers from which the policy {policy.Name} tells the bin",
                $"Raise n to {policy.Answers + 1} or more, or take a policy that needs fewer answers (study.probe)");
        }

        foreach (var method in policy.Bins)
        {
            try
            {
                PolicyShare.Of(method, n, policy.Answers);
            }
            catch (ArgumentException cause)
            {
                return new StrategyConflict(
                    $"the policy {policy.Name} names '{method}', which cannot go on at n = {n} after {policy.Answers} answers: {cause.Message.TrimEnd('.')}",
                    "Remove this n, or name another policy");
            }
        }

        return null;
    }
}
