using System.Collections.Immutable;
using Reckon.Coordinator.Sweeps;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class ProblemLookupTests
{
    private static readonly ImmutableArray<string> _ids = ["algebra/1", "algebra/2", "caf\u00e9"];

    [Theory]
    [InlineData("algebra/2", 1)]
    [InlineData("cafe\u0301", 2)]
    public void A_problem_is_found_however_its_id_is_composed(string id, int place) => Assert.Equal(place, ProblemLookup.Find(_ids, id));

    [Theory]
    [InlineData("algebra/3", "Did you mean 'algebra/1'?")]
    [InlineData("geometry", "Its first are 'algebra/1', 'algebra/2'")]
    public void One_that_is_not_there_is_told_with_what_there_is(string id, string remedy) =>
        Assert.Contains(remedy, Assert.Throws<KeyNotFoundException>(() => ProblemLookup.Find(_ids, id)).Message, StringComparison.Ordinal);
}
