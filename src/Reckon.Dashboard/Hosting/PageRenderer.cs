using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Reckon.Dashboard.Hosting;

/// <summary>Turns components into HTML. All foreign text goes through the escaping of Razor.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The HTML of <typeparamref name="T"/> with <paramref name="parameters"/>.</summary>
    public async Task<string> RenderAsync<T>(params (string Name, object? Value)[] parameters) where T : IComponent
    {
        var values = ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(values)).ToHtmlString());
    }
}
