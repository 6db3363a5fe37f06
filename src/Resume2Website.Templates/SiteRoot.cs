using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Resume2Website.Templates;

/// <summary>Hands the view down to a template's page and all its parts.</summary>
internal sealed class SiteRoot : ComponentBase
{
    [Parameter]
    public required SiteView View { get; set; }

    [Parameter]
    public required Type Page { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<SiteView>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), View);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.IsFixed), true);
        builder.AddComponentParameter(3, nameof(CascadingValue<>.ChildContent), (RenderFragment)(page =>
        {
            page.OpenComponent(0, Page);
            page.CloseComponent();
        }));
        builder.CloseComponent();
    }
}
