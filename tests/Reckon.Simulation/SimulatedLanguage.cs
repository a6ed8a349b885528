namespace Reckon.Simulation;

/// <summary>How well simulated models do. Part of what makes a simulated result: other values, other numbers.</summary>
/// <param name="Seed">Chooses which problems are hard and what is right in them.</param>
/// <param name="Ease">Shifts every problem's chance to be solved, −1 (none) to 1 (all). 0 spreads problems from 5 % to 95 %.</param>
/// <param name="VerifierSharpness">How far apart the verifier holds right and wrong, in log-odds; 0 or more, 0 knows nothing.</param>
/// <param name="VerifierNoise">Spread of the noise on the verifier's log-odds; 0 or more.</param>
public sealed record SimulatedLanguage(ulong Seed = 1, double Ease = 0, double VerifierSharpness = 1.5, double VerifierNoise = 1.0)
{
    /// <summary>Steps before the answer beside the usual 2 to 5; 0 or more.</summary>
    public int MoreSteps { get; init; }

    /// <summary>The mean number of dots that a step goes on with after its letter, exponential; 0 makes all steps equally long.</summary>
    public double MeanDots { get; init; }

    /// <summary>Letters to choose from in a step, from 'a'.</summary>
    internal const int Letters = 8;

    /// <summary>How many of them are right.</summary>
    internal const int RightLetters = 2;

    internal const string StepStart = "choose ";
    internal const string AnswerStart = "#### ";

    /// <summary>Steps before the answer.</summary>
    internal int StepsOf(ulong problem) => 2 + (int)(problem % 4) + MoreSteps;

    /// <summary>Whether a letter, from 0, keeps a right path right.</summary>
    internal static bool IsRight(ulong problem, int step, int letter)
    {
        var first = (int)(SimulatedHash.Mix(problem, (ulong)step) % Letters);
        return letter == first || letter == (first + 1) % Letters;
    }

    /// <summary>The chance that one step stays right, at temperature 1.</summary>
    internal double ChanceOf(ulong problem, int level)
    {
        const double levels = 5;
        var place = SimulatedHash.Uniform(SimulatedHash.Mix(problem, 0xEA5E));
        var hardness = level < 1 ? place : Math.Clamp((level - 1 + place) / levels, 0, 1);
        var solved = Math.Clamp(0.95 - (0.9 * hardness) + Ease, 0.001, 0.999);
        return Math.Pow(solved, 1.0 / StepsOf(problem));
    }
}
