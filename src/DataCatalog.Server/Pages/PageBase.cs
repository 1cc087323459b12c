using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.AspNetCore.Components;

namespace DataCatalog.Server.Pages;

/// <summary>What every part of a page has: who looks at it, and their words.</summary>
public abstract class PartBase : ComponentBase
{
    /// <summary>Who looks.</summary>
    [Inject]
    public Viewer Viewer { get; set; } = null!;

    /// <summary>The words in the viewer's language.</summary>
    protected string T(string ko, string en) => Viewer.T(ko, en);
}

/// <summary>
/// A page. It alone reads the registry, one question after the other; its parts show what they are given, since parts of one page are drawn at
/// the same time and the rows of a request can be asked by one at a time.
/// </summary>
public abstract class PageBase : PartBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    /// <summary>Where the viewer is sent after an action.</summary>
    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why the last action was refused, or null.</summary>
    protected DomainException? Refusal { get; private set; }

    /// <summary>Ends when the viewer leaves.</summary>
    protected CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>Acts; a refusal is shown on the page, with its status, and what the viewer wrote stays.</summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            await act();
            return true;
        }
        catch (DomainException refused)
        {
            Refusal = refused;
            Http.Response.StatusCode = ErrorWriter.StatusOf(refused);
            return false;
        }
    }

    /// <summary>Acts, and goes to an address of this site where it was done, so that reloading does not act again.</summary>
    /// <param name="act">The action.</param>
    /// <param name="done">Address to go to.</param>
    /// <param name="notice">What is said there, once, or null.</param>
    protected async Task TryAsync(Func<Task> act, Func<string> done, string? notice = null)
    {
        ArgumentNullException.ThrowIfNull(done);
        if (!await TryAsync(act)) return;
        if (notice is not null) Preferences.Say(Http, notice);
        Navigation.NavigateTo(done());
    }

    /// <summary>Refuses to show the page: there is nothing there that the viewer may see.</summary>
    protected static DomainException NotFound(string what, string key) => new(CommonErrors.NotFound, null, what, key);
}
