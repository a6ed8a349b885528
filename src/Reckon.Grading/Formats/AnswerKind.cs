using Reckon.Grading.Answers;

namespace Reckon.Grading.Formats;

/// <summary>What the answers of a dataset are, and so how two of them are compared.</summary>
public enum AnswerKind
{
    /// <summary>Whole numbers, compared by value.</summary>
    WholeNumber,

    /// <summary>Anything else: two whole numbers by value, all else by its exact text without surrounding space.</summary>
    Text,

    /// <summary>Mathematics in LaTeX or plain, compared by meaning: see <see cref="MathEquivalence"/>.</summary>
    Mathematics,
}
