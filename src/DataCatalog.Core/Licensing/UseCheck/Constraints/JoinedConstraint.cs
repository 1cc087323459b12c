using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>A logical constraint (ODRL 2.2, section 2.5.2). Facts carry no order among themselves, so <c>andSequence</c> holds where all its parts do.</summary>
internal sealed class JoinedConstraint(LogicalConstraint source, CompiledConstraint[] parts) : CompiledConstraint(source)
{
    private readonly Connective connective = source.Connective;

    public override Satisfaction Evaluate(Known known, bool any)
    {
        var tally = new Tally(connective);
        foreach (CompiledConstraint part in parts)
        {
            tally.Add(part.Evaluate(known, any));
            if (tally.Settled) break;
        }

        return tally.Result;
    }

    public override Premise Explain(Known known, bool any)
    {
        var tally = new Tally(connective);
        var premises = new Premise[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            premises[i] = parts[i].Explain(known, any);
            tally.Add(premises[i].Satisfaction);
        }

        return new Premise(PremiseKind.Constraint, tally.Result) { Constraint = Source, Parts = premises };
    }

    public override void AddBoundaries(ICollection<long> ticks)
    {
        foreach (CompiledConstraint part in parts) part.AddBoundaries(ticks);
    }

    private struct Tally(Connective connective)
    {
        private int yes;
        private int unknown;
        private int no;

        public void Add(Satisfaction part)
        {
            if (part == Satisfaction.Yes) yes++;
            else if (part == Satisfaction.No) no++;
            else unknown++;
        }

        /// <summary>Whether no further part can change the result.</summary>
        public readonly bool Settled => connective switch
        {
            Connective.Or => yes > 0,
            Connective.Xone => yes > 1,
            _ => no > 0,
        };

        public readonly Satisfaction Result => connective switch
        {
            Connective.Or => yes > 0 ? Satisfaction.Yes : unknown > 0 ? Satisfaction.Unknown : Satisfaction.No,
            Connective.Xone => yes > 1 ? Satisfaction.No : unknown > 0 ? Satisfaction.Unknown : Kleene.Of(yes == 1),
            _ => no > 0 ? Satisfaction.No : unknown > 0 ? Satisfaction.Unknown : Satisfaction.Yes,
        };
    }
}
