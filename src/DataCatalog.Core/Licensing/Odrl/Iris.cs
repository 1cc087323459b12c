namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Names that policies are written with: namespaces, and the registry's own IRIs.</summary>
public static class Iris
{
    /// <summary>Namespace of ODRL 2.2.</summary>
    public const string Odrl = "http://www.w3.org/ns/odrl/2/";

    /// <summary>Namespace of the profile for AI training; also the profile's own IRI without the last colon.</summary>
    public const string Profile = "urn:datacatalog:odrl:";

    /// <summary>A dataset by its key.</summary>
    public static string Dataset(string key) => "urn:dataset:" + key;

    /// <summary>All that an agreement covers, by its number.</summary>
    public static string Agreement(string number) => "urn:agreement:" + Uri.EscapeDataString(number);

    /// <summary>A consortium by its key; as a collection, its members.</summary>
    public static string Consortium(string key) => "urn:consortium:" + key;

    /// <summary>An organisation by its key.</summary>
    public static string Organisation(string key) => "urn:organisation:" + key;

    /// <summary>A foundation model by its key.</summary>
    public static string Model(string key) => "urn:model:" + key;

    /// <summary>A programme by its key; as a collection, its consortia.</summary>
    public static string Programme(string key) => "urn:programme:" + key;

    /// <summary>A published licence by its SPDX identifier or LicenseRef.</summary>
    public static string Licence(string key) => "urn:licence:" + key;
}
