using Reckon.Evaluation;
using Reckon.GradeCheck;

// Agreement of the grader with the labels in a folder of data, which is not part of this repository.
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
passes &= agreement.Golds();
return passes ? 0 : 1;
