using System.Globalization;

namespace DataCatalog.Server.Hosting.Errors;

/// <summary>The reader's language: Korean or English.</summary>
public static class Language
{
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko-KR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What the reader chose on a page, else what <c>Accept-Language</c> prefers (RFC 9110, section 12.5.4); English where it says neither.</summary>
    public static CultureInfo Of(HttpRequest request)
    {
        if (request.Cookies[Pages.Preferences.LanguageCookie] is "ko" or "en") return request.Cookies[Pages.Preferences.LanguageCookie] == "ko" ? Korean : English;
        double korean = 0, english = 0;
        foreach (Microsoft.Net.Http.Headers.StringWithQualityHeaderValue item in request.GetTypedHeaders().AcceptLanguage)
        {
            double quality = item.Quality ?? 1;
            if (item.Value.StartsWith("ko", StringComparison.OrdinalIgnoreCase)) korean = Math.Max(korean, quality);
            else if (item.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) english = Math.Max(english, quality);
        }

        return korean > english ? Korean : English;
    }
}
