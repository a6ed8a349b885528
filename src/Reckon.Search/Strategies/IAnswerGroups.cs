using System.Collections.Immutable;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>Says which solutions of one problem give equal answers, without saying which are right.</summary>
public interface IAnswerGroups
{
    /// <summary>
    /// For each of the tree's solutions, in the order in which they were drawn, the key of its answer: equal answers have one key, and a
    /// solution without an answer has null. It follows from the tree alone, and what is drawn later changes no key.
    /// </summary>
    ImmutableArray<string?> GroupsOf(SearchTree tree);
}
