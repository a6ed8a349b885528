namespace Reckon.Api.Sweeps;

/// <summary>What was searched for one problem.</summary>
/// <param name="Place">The problem's place in the dataset's order, from 0.</param>
/// <param name="Problem">Its id.</param>
/// <param name="Gzip">Lines of JSON, compressed as they are kept: a member of a gzip file; in JSON as Base64.</param>
public sealed record TreesItem(int Place, string Problem, byte[] Gzip);
