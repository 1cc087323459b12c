namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>Kleene's strong three-valued logic: what is unknown stays so only where it could matter.</summary>
internal static class Kleene
{
    public static Satisfaction And(Satisfaction a, Satisfaction b) => a < b ? a : b;

    public static Satisfaction Or(Satisfaction a, Satisfaction b) => a > b ? a : b;

    public static Satisfaction Not(Satisfaction a) => Satisfaction.Yes - (int)a;

    public static Satisfaction Of(bool value) => value ? Satisfaction.Yes : Satisfaction.No;
}
