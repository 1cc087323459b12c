using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DataCatalog.Server.Pages.Home;

/// <summary>A passage of the search engine, encoded but for its marks: taken apart and encoded anew, so that nothing in it is trusted, and no blank comes between a mark and what follows it.</summary>
public sealed class Marked : ComponentBase
{
    /// <summary>The passage.</summary>
    [Parameter, EditorRequired]
    public string Passage { get; set; } = "";

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        string[] parts = Passage.Split("<em>");
        builder.AddContent(0, WebUtility.HtmlDecode(parts[0]));
        foreach (string part in parts.Skip(1))
        {
            string[] halves = part.Split("</em>", 2);
            builder.OpenElement(1, "mark");
            builder.AddContent(2, WebUtility.HtmlDecode(halves[0]));
            builder.CloseElement();
            if (halves is [_, var after]) builder.AddContent(3, WebUtility.HtmlDecode(after));
        }
    }
}
