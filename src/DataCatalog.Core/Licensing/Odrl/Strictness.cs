namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>What a reader of policies insists on.</summary>
public enum Strictness
{
    /// <summary>Terms that the registry decides by: each rule names its action, and actions, operands, values and units are known and fit.</summary>
    Terms,

    /// <summary>
    /// Any policy that has ODRL's form, as a test suite or another party writes them. What cannot be read of a rule or a constraint does not refuse the
    /// document: an <see cref="UnreadConstraint"/> stands in its place. Days and instants without a zone are in UTC.
    /// </summary>
    Form,
}
