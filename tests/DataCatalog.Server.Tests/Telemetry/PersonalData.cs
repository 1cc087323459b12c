using System.Net;
using DataCatalog.Server.Tests.Support;

namespace DataCatalog.Server.Tests.Telemetry;

/// <summary>Requests that hold keys and personal data, and the words of them that must stand nowhere in what the service tells of itself.</summary>
internal static class PersonalData
{
    public const string WrongKey = "wrong-key-wrong-key-wrong-key-wrong";

    public static readonly string[] Words = ["test-administrator-0123456789", WrongKey, "hong.gildong@example.org", "홍길동", "%ED%99%8D", @"\uD64D", "patient-4711"];

    public static async Task AskAsync(ApiClient admin, ApiClient stranger)
    {
        string organisation = (await admin.PostAsync("/odata/Organisations", new { Key = "hanbit", NameEn = "Hanbit", NameKo = "홍길동", Kind = "Company" })).OfStatus(HttpStatusCode.Created).Id;
        await admin.PostAsync("/odata/Datasets", Given.Dataset(organisation, "news"));
        await admin.GetAsync("/odata/Datasets?$search=patient-4711");
        await admin.GetAsync("/odata/Datasets?$filter=contains(TitleEn,'patient-4711')");
        await admin.GetAsync("/odata/Datasets?$search=%ED%99%8D%EA%B8%B8%EB%8F%99");
        await admin.GetAsync("/odata/Datasets?$filter=length(TitleEn) div 0 eq 1 and Key eq 'hong.gildong@example.org'");
        await admin.PostAsync("/odata/Subscriptions", new { Channel = "Email", Target = "hong.gildong@example.org" });
        await admin.RawAsync(HttpMethod.Post, "/odata/Organisations", "{\"Key\":\"patient-4711");
        await stranger.GetAsync("/odata/Datasets");
    }
}
