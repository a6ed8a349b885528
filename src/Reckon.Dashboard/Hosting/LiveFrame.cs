namespace Reckon.Dashboard.Hosting;

/// <summary>What a part of a page shows at a moment.</summary>
/// <param name="Id">Equal for equal contents: the cursor of a browser that comes back.</param>
/// <param name="Html">The contents.</param>
internal sealed record LiveFrame(string Id, string Html);
