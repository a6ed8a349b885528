using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Testing.AnswerPairs;

namespace Reckon.GradeCheck;

/// <summary>
/// Compares random pairs that are equal or changed by the way in which they are made: none that was changed may be called equal, and
/// nearly all that are equal must be.
/// </summary>
internal static class PairFuzz
{
    private const int Seed = 20261129;
    private const int Examples = 3;
    private const double LeastEqual = 0.98;

    public static bool Run(int count)
    {
        var pairs = new PairGenerator(Seed);
        var counts = PairGenerator.Kinds.ToDictionary(kind => kind, _ => new PairCounts());
        for (var index = 0; index < count; index++)
        {
            var pair = pairs.Next();
            var verdict = Compare(pair);
            var kind = counts[pair.Kind];
            kind.Add(pair.AreEqual, verdict);
            var isFault = pair.AreEqual ? verdict != Equivalence.Equal : verdict == Equivalence.Equal;
            if (isFault && kind.Faults <= Examples)
            {
                var made = pair.AreEqual ? "equal" : "different";
                Console.WriteLine($"{pair.Kind}, made {made}, called {verdict}: {pair.Reference} | {pair.Answer}");
            }
        }

        Console.WriteLine(
            $"{"kind",-22}{"equal pairs: equal",20}{"undecided",11}{"different",11}{"changed: equal",16}{"undecided",11}{"different",11}");
        foreach (var (kind, row) in counts)
        {
            Console.WriteLine($"{kind,-22}{row}");
        }

        var all = counts.Values.Aggregate(new PairCounts(), (sum, kind) => sum.Plus(kind));
        Console.WriteLine($"{"all",-22}{all}");
        var passes = all.ChangedCalledEqual == 0 && all.ShareOfEqual >= LeastEqual && all.EqualCalledDifferent == 0;
        var share = $"{all.ShareOfEqual:P2} of the equal ones called equal (target {LeastEqual:P0})";
        Console.WriteLine($"{count} pairs, {share}: {(passes ? "met" : "missed")}.");
        return passes;
    }

    private static Equivalence Compare(AnswerPair pair) => MathEquivalence.Compare(
        MathAnswer.Parse(pair.Reference, AnswerPolicy.Default), MathAnswer.Parse(pair.Answer, AnswerPolicy.Default), AnswerPolicy.Default);
}
