namespace Reckon.Grading.Expressions;

/// <summary>A monomial with its coefficient, which is not zero.</summary>
internal readonly record struct Term(Rational Coefficient, Monomial Monomial);
