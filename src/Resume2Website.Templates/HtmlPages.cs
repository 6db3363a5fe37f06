using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Resume2Website.Templates;

/// <summary>Writes components as documents.</summary>
/// <remarks>Components log nothing here: whatever they could say would be somebody's CV.</remarks>
internal sealed class HtmlPages : IDisposable
{
    // Services of its own: the host's encoder writes é as &#xE9; and must not be changed for our sake.
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    // The renderer closes <br> and the like as XML does, which means nothing in HTML. Every ">" of a text is encoded, so the sign is a tag's own.
    private const string ClosedLikeXml = " />";

    public void Dispose() => _services.Dispose();

    /// <summary>The component as HTML.</summary>
    public async Task<string> WriteAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        var html = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        await using (html.ConfigureAwait(false))
        {
            return await html.Dispatcher.InvokeAsync(async () =>
                (await html.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters)).ConfigureAwait(true)).ToHtmlString().Replace(ClosedLikeXml, ">", StringComparison.Ordinal)).ConfigureAwait(false);
        }
    }
}
