using System.Text;
using Reckon.Grading.Extraction;
using Reckon.Testing;

namespace Reckon.Grading.Tests.Extraction;

public sealed class ExtractionTableTests
{
    private static readonly (string Rules, string[] Texts)[] _cases =
    [
        ("boxed",
        [
            @"so $\boxed{42}$.",
            @"\boxed{\frac{1}{2}}",
            @"\boxed{5r^{5}}",
            @"\boxed{\{1,2\}}",
            @"\boxed{\left\{ \begin{array}{c} 1 \\ 2 \end{array} \right\}}",
            @"noise \boxed   {  x^2 } end",
            @"\fbox{7}",
            @"\boxed 5 is it",
            @"\boxed -1,234.5, roughly",
            @"\boxed not",
            @"\boxed12",
            @"\boxedin{3}",
            @"\boxed{1} and \boxed{-2}",
            @"$\boxed{1}$, $\boxed{2}$, and $\boxed{3}$",
            @"$x = \boxed{1}$ or $x = \boxed{-1}$",
            @"\[\boxed{1} \quad\text{and}\quad \boxed{2}\]",
            "\\boxed{1}\n\n\\boxed{2}",
            @"\boxed{3+4} = \boxed{7}",
            @"$\boxed{k = 2}$. Therefore, the final answer is $\boxed{2}$",
            @"not \boxed{3}, but \boxed{4}",
            @"\boxed{1}, \boxed{2} and then \boxed{3}",
            @"$t_1=\boxed{4}$ and $t_2=\boxed{9}$",
            @"$\alpha = \boxed{4}$, $f(2) = \boxed{9}$",
            @"\boxed{5} \boxed{5}",
            @"\boxed{\boxed{5}}",
            @"\boxed{x = \boxed{5}}",
            @"\boxed{3} and so I put it within \boxed{}",
            @"\boxed{}",
            @"\boxed{ }",
            @"\boxed{unbalanced",
            @"\boxed{3}, no: \boxed{4",
            @"\boxed{5\}",
            "\\boxed{a\nb}",
            "boxed{5}",
            "",
        ]),
        ("boxed cut",
        [
            @"\boxed{12}",
            @"\boxed{1",
            @"\boxed",
            @"\boxed 1",
            @"\boxed 1 is",
            "so the",
        ]),
        ("final-answer",
        [
            "The final answer is 42",
            "The answer is 42. I hope it is correct.",
            "Final answer is B",
            "The answer is U.",
            "Final Answer: The final answer is $x = 5$. I hope it is correct.",
            @"**Answer:** \(\frac{1}{2}\)",
            "**Final Answer**\n\nThe final answer is\n\\[ 7 \\]",
            "ANSWER: 7\nDone",
            "the answer is 3.5.",
            "The answer is $18.",
            "The answer is $18, not $20.",
            "The answer is $18.\n\nShe pays in dollars ($).",
            @"The final answer is $\boxed{9}$.",
            "The answer is 1. No, wait. The answer is 2.",
            "answer is 4\nThe answer is",
            "The answers is 4",
            "The answer isn't 4",
            "No answer here",
            "the answer is 204, as desired.",
            "The answer is 204 and we are done",
            "The answer is 204!",
            "The answer is $5!$.",
            "The answer is (B) because x is large.",
            "The answer is t = 4 (as t > 0).",
            "The answer is (3, 4), which is in the plane.",
            "The answer is as follows: 5",
            "The answer is x = 3 and y = 4.",
            "Answer = 204",
            "The answers are 3 and 4.",
            "Answers: 3, 4",
            "The answer to the problem is 42.",
            "**Final Answer**\n\n204",
            "**Final Answer**\n\n$204$",
            "## The Final Answer:\n\\[ 204 \\]",
            "**Final Answer**\n\nWe see that there are many such things.",
            "The final answer is: #### 58",
            "Final Answer:\n\\[",
        ]),
        ("final-answer cut",
        [
            "The answer is 4",
            "The answer is 4.",
            "The answer is 4\n",
            "The answer is $4$",
            "Final Answer:\n\\[",
            "Final Answer:\n\\[ 4",
        ]),
        ("####", ["2+2=4\n#### 4", "####\n", "#### 1\n#### 2 \nx", "##5", "#### **18**", "####**18** \n"]),
        ("#### cut", ["#### 1", "#### 1\n"]),
        ("last-number",
        [
            "All done. 1 \nFinal 2 answer: ",
            "It makes 1,234.50 in all.",
            "1, 2, 345",
            "12,345,678",
            "1234,567",
            @"It costs \$12{,}000 in all.",
            @"It costs 12,\!000.50",
            @"12\,000",
            "-12 000 km",
            "12\u202F000",
            "1 2 345",
            "1 234 5678",
            "a - 5",
            "a = -5",
            "a = \u22125",
            "10-5",
            "3.",
            ".75",
            "1.2.3",
            "none",
        ]),
        ("last-number cut", ["It makes 12"]),
        ("#### boxed last-number",
        [
            @"1 \boxed{2} #### 3",
            @"1 \boxed{2} 3",
            @"1 \boxed{2 3",
            "1 2 3",
        ]),
        ("boxed last-number boxed-anywhere final-answer-anywhere",
        [
            @"<think>\boxed{1} 2</think> \boxed{3}",
            @"<think>\boxed{1} 2</think> none",
            @"<think>\boxed{1} 2",
            "<think>The answer is 4.</think>",
            @"The answer is 4. So \boxed{5",
            @"\boxed{3}, no: \boxed{4",
            "<think>none</think>",
        ]),
        ("boxed last-number boxed-anywhere cut", [@"\boxed{3} and then 4", @"<think>\boxed{3} and 4", "3 and 4"]),
        ("boxed final-answer last-number cut", ["The answer is 7. And 8", "7 8"]),
        ("boxed last-number",
        [
            @"<think>\boxed{1} 2</think> \boxed{3}",
            @"<think>\boxed{1} 2</think> 3",
            "<think>1</think><think>2</think>",
            @"\boxed{1}</think>",
            @"<think>\boxed{1}",
            @"\boxed{1} <think> or \boxed{2}",
            @"<|start_header_id|>assistant<|end_header_id|>\n\n\boxed{4}",
            "<|im_start|>assistant\n5",
        ]),
    ];

    [Fact]
    public void Finds_what_the_table_says() => Golden.Match(Listing());

    private static string Listing()
    {
        var listing = new StringBuilder();
        foreach (var (title, texts) in _cases)
        {
            listing.Append($"{title}\n");
            var words = title.Split(' ');
            var rules = new RulesInOrder(new ExtractionRules([.. words.Where(word => word != "cut")]));
            foreach (var text in texts)
            {
                var (status, answer, rule) = rules.Find(new Completion(text, words.Contains("cut")));
                listing.Append($"  {Shown(text)}\n    {status} {Shown(answer ?? "")} {rule}".TrimEnd()).Append('\n');
            }
        }

        return listing.ToString();
    }

    private static string Shown(string text) => $"<{text.Replace("\n", "⏎", StringComparison.Ordinal)}>";
}
