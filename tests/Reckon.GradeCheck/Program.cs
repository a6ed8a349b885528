using System.Globalization;
using Reckon.GradeCheck;
using Reckon.Grading.Formats;

// Usage: Reckon.GradeCheck [DATA]          agreement of the grader with the labels in a folder of data, and its speed
//        Reckon.GradeCheck --fuzz COUNT    mutated answers: none may throw
//        Reckon.GradeCheck --pairs COUNT   pairs that are equal, or changed, by the way they are made
switch (args)
{
    case ["--fuzz", var count]:
        return Fuzz.Run(int.Parse(count, CultureInfo.InvariantCulture)) ? 0 : 1;
    case ["--pairs", var count]:
        return PairFuzz.Run(int.Parse(count, CultureInfo.InvariantCulture)) ? 0 : 1;
}

// The data is no part of this repository.
var data = args.Length > 0 ? args[0] : "../shared/data";
if (!Directory.Exists(data))
{
    Console.WriteLine($"There is no folder {data}: nothing was checked.");
    return 0;
}

var agreement = new Agreement(data, Reasons.Load(), AnswerPolicy.Default);
var passes = agreement.Vectors();
passes &= agreement.Pairs();
passes &= agreement.Samples();
passes &= agreement.References();

// Other work on the machine slows this one down, so it is told and fails nothing.
var isFast = Speed.Run(data);
Console.WriteLine($"Targets of agreement {(passes ? "met" : "missed")}, of speed {(isFast ? "met" : "missed")}.");
return passes ? 0 : 1;
