using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>How values of one kind compare. What cannot be compared is unknown: neither a yes nor a no is made of it.</summary>
internal abstract class ValueKind
{
    /// <summary>Whether the given value is the required one.</summary>
    /// <param name="given">The fact.</param>
    /// <param name="required">The constraint's value.</param>
    /// <param name="any">Of a given value with parts: whether one part that is within the required value is enough, or all of it must be.</param>
    public abstract Satisfaction Equal(in Value given, in Value required, bool any);

    /// <summary>Whether the given value is less.</summary>
    public virtual Satisfaction Less(in Value given, in Value required) => Satisfaction.Unknown;

    /// <summary>Whether the given value is less or the same.</summary>
    public virtual Satisfaction LessOrEqual(in Value given, in Value required) => Satisfaction.Unknown;

    /// <summary>Whether the given value is the required one, a part of it or an instance of it.</summary>
    public virtual Satisfaction Within(in Value given, in Value required, FactSet facts, bool any) => Equal(given, required, any);

    /// <summary>The kind that a left operand and the values it is compared with call for.</summary>
    /// <param name="leftOperand">Full IRI of the left operand.</param>
    /// <param name="required">The values.</param>
    /// <param name="includes">Whether a term includes another in the vocabulary.</param>
    public static ValueKind For(string leftOperand, IReadOnlyList<Value> required, Func<string, string, bool> includes) => leftOperand switch
    {
        Iris.Odrl + "spatial" => Areas.Places,
        Iris.Odrl + "language" => Areas.Languages,
        Iris.Odrl + "media" or Iris.Odrl + "fileFormat" => Areas.Media,
        // Terms and questions may say `research` or `MIT` where the profile has IRIs.
        Iris.Odrl + "purpose" when required.All(IsName) => new Names(includes, Published.Purposes.Named),
        Iris.Profile + "releaseLicence" when required.All(IsName) => new Names(includes, Published.LicenceCompatibility.ReleaseIri),
        _ => ByType(required, includes),
    };

    private static bool IsName(Value value) => value.Type is ValueType.Text or ValueType.Iri;

    private static ValueKind ByType(IReadOnlyList<Value> required, Func<string, string, bool> includes)
    {
        ValueType? type = required.Count > 0 ? required[0].Type : null;
        return type switch
        {
            ValueType.Number when required.All(r => r.Type == type) => Numbers.Instance,
            ValueType.Duration when required.All(r => r.Type == type) => Durations.Instance,
            ValueType.Instant or ValueType.Day when required.All(r => r.Type is ValueType.Instant or ValueType.Day) => Times.Instance,
            _ => new Names(includes),
        };
    }
}
