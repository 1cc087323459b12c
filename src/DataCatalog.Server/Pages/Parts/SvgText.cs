using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DataCatalog.Server.Pages.Parts;

/// <summary>Words in a drawing; an element of its own, since Razor keeps SVG's name for them to itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Where, in the drawing's units.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "0";

    /// <summary>Where, in the drawing's units.</summary>
    [Parameter, EditorRequired]
    public string Y { get; set; } = "0";

    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter]
    public string Anchor { get; set; } = "start";

    /// <summary>Class of the element.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "class", Class);
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
