namespace DataCatalog.Core.Catalogue;

/// <summary>Where a dataset stands (domain rule 4).</summary>
public enum DatasetStatus
{
    /// <summary>Being described; seen by staff only.</summary>
    Draft,

    /// <summary>Described in full; not yet offered.</summary>
    Registered,

    /// <summary>Offered: consortia find it and it can be granted.</summary>
    Available,

    /// <summary>Use is halted; nothing new is granted.</summary>
    Suspended,

    /// <summary>Gone for good.</summary>
    Withdrawn,
}

/// <summary>How the data came to be had: the classes of the EU summary of training content (C(2025) 5235, sections 2.1 to 2.6).</summary>
public enum AcquisitionClass
{
    /// <summary>Not known yet.</summary>
    Unknown,

    /// <summary>Publicly available dataset (2.1).</summary>
    Public,

    /// <summary>Bought or licensed from a rightsholder (2.2.1).</summary>
    Licensed,

    /// <summary>From another private third party (2.2.2).</summary>
    OtherPrivate,

    /// <summary>Crawled from the web (2.3).</summary>
    Crawled,

    /// <summary>From users of a service (2.4).</summary>
    UserData,

    /// <summary>Made by a model (2.5).</summary>
    Synthetic,

    /// <summary>Something else (2.6).</summary>
    Other,
}

/// <summary>How carefully the content must be kept.</summary>
public enum Sensitivity
{
    /// <summary>Not assessed.</summary>
    Unknown,

    /// <summary>Public content.</summary>
    Public,

    /// <summary>For the parties of its agreements only.</summary>
    Restricted,

    /// <summary>Secret or sensitive in law.</summary>
    Confidential,
}

/// <summary>Whether the purchase serves one consortium or several.</summary>
public enum PurchaseKind
{
    /// <summary>Bought for one consortium.</summary>
    OneConsortium,

    /// <summary>Bought for several by common demand.</summary>
    Joint,
}
