using System.Runtime.CompilerServices;
using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Tests.Mathematics;

public sealed class MathEquivalenceTests
{
    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    public static TheoryData<string> Categories => [.. Cases().Select(line => line[0]).Distinct()];

    [Theory, MemberData(nameof(Categories))]
    public void Judges_every_case_of_the_table_in_both_directions(string category) => Assert.All(
        Cases().Where(line => line[0] == category),
        line =>
        {
            var expected = line[1] switch { "=" => Equivalence.Equal, "≠" => Equivalence.NotEqual, _ => Equivalence.Undecided };

            Assert.Equal((expected, line[2], line[3]), (Compare(line[2], line[3]), line[2], line[3]));
            Assert.Equal((expected, line[3], line[2]), (Compare(line[3], line[2]), line[3], line[2]));
        });

    [Fact]
    public void Every_answer_of_the_table_equals_itself() => Assert.All(
        Cases().SelectMany(line => line[2..]), text => Assert.Equal(Equivalence.Equal, Compare(text, text)));

    [Fact]
    public void One_key_is_one_answer() => Assert.All(
        Cases().SelectMany(line => line[2..]).Distinct().GroupBy(text => MathAnswer.Parse(text, _policy).Key),
        same => Assert.All(same, text => Assert.Equal(Equivalence.Equal, Compare(same.First(), text))));

    [Theory]
    [InlineData(@"10\%", "0.1", "10")]
    [InlineData(@"33.5\%", "0.335", "33.5")]
    public void A_percent_sign_is_a_hundredth_where_the_policy_says_so(string reference, string equal, string different)
    {
        var policy = new AnswerPolicy { PercentIsHundredth = true, PercentMayBeMissing = false };

        Assert.Equal(Equivalence.Equal, Compare(reference, equal, policy));
        Assert.Equal(Equivalence.NotEqual, Compare(reference, different, policy));
    }

    [Fact]
    public void A_percentage_is_both_numbers_where_its_sign_may_be_missing_and_is_a_hundredth()
    {
        var policy = new AnswerPolicy { PercentIsHundredth = true, PercentMayBeMissing = true };

        Assert.Equal(Equivalence.Equal, Compare(@"10\%", "0.1", policy));
        Assert.Equal(Equivalence.Equal, Compare(@"10\%", "10", policy));
        Assert.Equal(Equivalence.Equal, Compare("10", @"10\%", policy));
        Assert.Equal(Equivalence.NotEqual, Compare("10", "0.1", policy));
        Assert.Equal(Equivalence.NotEqual, Compare(@"10\%", @"0.1\%", policy));
    }

    [Fact]
    public void Decorations_must_be_there_where_the_policy_says_so()
    {
        var strict = new AnswerPolicy
        {
            PercentMayBeMissing = false,
            UnitMayBeMissing = false,
            NameMayBeMissing = false,
            BaseMayBeMissing = false,
            VectorMayBeTuple = false,
        };

        Assert.All(
            new[] { (@"10\%", "10"), (@"12\text{ cm}", "12"), ("x=5", "5"), ("2516_8", "2516"), (@"\begin{pmatrix}1\\2\end{pmatrix}", "(1,2)") },
            pair =>
            {
                Assert.Equal(Equivalence.Equal, Compare(pair.Item1, pair.Item2));
                Assert.Equal(Equivalence.NotEqual, Compare(pair.Item1, pair.Item2, strict));
            });
    }

    [Fact]
    public void Lists_have_an_order_or_are_tuples_where_the_policy_says_so()
    {
        Assert.Equal(Equivalence.NotEqual, Compare("1,2", "2,1", new AnswerPolicy { ListsAreOrdered = true }));
        Assert.Equal(Equivalence.Equal, Compare("1,2", "1,2", new AnswerPolicy { ListsAreOrdered = true }));
        Assert.Equal(Equivalence.Equal, Compare("1,2", "(1,2)", new AnswerPolicy { ListMayBeTuple = true }));
        Assert.Equal(Equivalence.NotEqual, Compare("1,2", "(2,1)", new AnswerPolicy { ListMayBeTuple = true }));
    }

    [Theory]
    [InlineData(@"\frac{\pi}{6}", "0.5236", Equivalence.Equal)]
    [InlineData(@"\frac{\pi}{6}", "0.523598776", Equivalence.Equal)]
    [InlineData(@"\frac{\pi}{6}", "0.524", Equivalence.NotEqual)]
    [InlineData(@"\frac{\pi}{6}", "0.5235", Equivalence.NotEqual)]
    [InlineData(@"\frac13", "0.3333", Equivalence.Equal)]
    [InlineData("0.5236", @"\frac{\pi}{6}", Equivalence.NotEqual)]
    public void A_rounded_decimal_passes_from_so_many_digits_on_where_the_policy_says_so(string reference, string answer, Equivalence expected) =>
        Assert.Equal(expected, Compare(reference, answer, new AnswerPolicy { RoundedFromDigits = 4 }));

    [Fact]
    public void An_empty_answer_is_wrong_and_an_empty_reference_undecided()
    {
        Assert.Equal(Equivalence.NotEqual, Compare("5", " "));
        Assert.Equal(Equivalence.Undecided, Compare("", "5"));
        Assert.Equal(Equivalence.Undecided, Compare("", ""));
    }

    private static Equivalence Compare(string reference, string answer) => Compare(reference, answer, _policy);

    private static Equivalence Compare(string reference, string answer, AnswerPolicy policy) =>
        MathEquivalence.Compare(MathAnswer.Parse(reference, policy), MathAnswer.Parse(answer, policy), policy);

    private static IEnumerable<string[]> Cases([CallerFilePath] string test = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(test) ?? "", "equivalence.cases.tsv")).Select(line => line.Split('\t'));
}
