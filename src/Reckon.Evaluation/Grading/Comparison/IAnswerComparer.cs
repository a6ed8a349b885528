namespace Reckon.Evaluation;

/// <summary>Compares answers of one kind. Pure: the same arguments, the same result, on any thread; never throws.</summary>
public interface IAnswerComparer
{
    /// <summary>The same for answers that count as equal, so that votes meet under it.</summary>
    string Key(string answer);

    /// <summary>Compares <paramref name="answer"/>, which is not blank, with <paramref name="reference"/>, the dataset's.</summary>
    Grade Compare(string reference, string answer);

    /// <summary>What a dataset's answer must be, such as "a whole number"; null when <paramref name="reference"/> is that.</summary>
    string? Misses(string reference);
}
