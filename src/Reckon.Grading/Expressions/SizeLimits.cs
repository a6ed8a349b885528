namespace Reckon.Grading.Expressions;

/// <summary>How large an answer may be. What is beyond is refused, never guessed at.</summary>
internal static class SizeLimits
{
    /// <summary>Tokens of an answer.</summary>
    public const int Tokens = 1536;

    /// <summary>Groups within groups.</summary>
    public const int Depth = 48;

    /// <summary>Digits of a number as it is written.</summary>
    public const int Digits = 400;

    /// <summary>Bits of a number that is computed: 2004! fits.</summary>
    public const int Bits = 32_768;

    /// <summary>Largest argument of a factorial or a binomial coefficient.</summary>
    public const int Factorial = 3_000;

    /// <summary>Terms of a polynomial.</summary>
    public const int Terms = 512;

    /// <summary>Cells of a matrix, and items of a list.</summary>
    public const int Items = 256;

    /// <summary>Largest trial divisor when a number under a root is split into primes.</summary>
    public const int Divisor = 10_000;

    /// <summary>Steps spent on reading an answer, and on comparing two.</summary>
    public const int Steps = 20_000;
}
