using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>IRIs that the short form has own words for.</summary>
internal static class Operands
{
    public const string Count = Iris.Odrl + "count";
    public const string DateTime = Iris.Odrl + "dateTime";
    public const string DelayPeriod = Iris.Odrl + "delayPeriod";
    public const string Event = Iris.Odrl + "event";
    public const string Industry = Iris.Odrl + "industry";
    public const string Language = Iris.Odrl + "language";
    public const string Media = Iris.Odrl + "media";
    public const string PayAmount = Iris.Odrl + "payAmount";
    public const string Percentage = Iris.Odrl + "percentage";
    public const string Product = Iris.Odrl + "product";
    public const string Purpose = Iris.Odrl + "purpose";
    public const string Recipient = Iris.Odrl + "recipient";
    public const string Spatial = Iris.Odrl + "spatial";
    public const string TimeInterval = Iris.Odrl + "timeInterval";
    public const string ModelSize = Iris.Profile + "modelSize";
    public const string ProgrammePhase = Iris.Profile + "programmePhase";
    public const string ReleaseLicence = Iris.Profile + "releaseLicence";

    /// <summary>The event that the terms end for the party: the agreement's or the entitlement's end, whichever comes first.</summary>
    public const string End = Iris.Profile + "end";

    /// <summary>The event that the terms begin to hold for the party.</summary>
    public const string Start = Iris.Profile + "start";

    /// <summary>The action of paying.</summary>
    public const string Compensate = Iris.Odrl + "compensate";

    /// <summary>What a territory's code is appended to.</summary>
    public const string Territory = "https://www.iso.org/obp/ui/#iso:code:3166:";
}
