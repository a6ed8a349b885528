namespace Reckon.Grading.Expressions;

/// <summary>An atom with its exponent, which is not zero.</summary>
internal readonly record struct Power(Atom Atom, Rational Exponent);
