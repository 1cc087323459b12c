using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A layer with those of its rules that may concern a question, each judged at the instant asked about.</summary>
internal sealed class Heard
{
    public Heard(Layer layer, UseQuestion question, Known known, bool explained)
    {
        Layer = layer;
        From = layer.From?.UtcTicks ?? long.MinValue;
        Until = layer.Until?.UtcTicks ?? long.MaxValue;
        Rules = layer.Terms.About(question.Action).For(question);
        Outcomes = Rules.Length == 0 ? [] : new Satisfaction[Rules.Length];
        Premises = explained && Rules.Length > 0 ? new Premise[Rules.Length][] : [];
        var tally = default(Tally);
        for (int i = 0; i < Rules.Length; i++)
        {
            Outcomes[i] = explained ? Within(Rules[i], Rules[i].Explain(question, layer.Terms.Includes, known, out Premises[i])) : Judge(Rules[i], question, known);
            if (explained && Rules[i].IsPermission && layer.Granted != Satisfaction.Yes) Premises[i] = [.. Premises[i], new Premise(PremiseKind.Right, layer.Granted)];
            tally = tally.With(Rules[i], Outcomes[i], 1);
        }

        Tally = tally;
    }

    /// <summary>The layer.</summary>
    public Layer Layer { get; }

    /// <summary>First tick at which it holds.</summary>
    public long From { get; }

    /// <summary>First tick at which it holds no longer.</summary>
    public long Until { get; }

    /// <summary>Its rules about the action.</summary>
    public CompiledRule[] Rules { get; }

    /// <summary>Whether each holds at the instant asked about.</summary>
    public Satisfaction[] Outcomes { get; }

    /// <summary>Premises of each, where reasons were asked for.</summary>
    public Premise[][] Premises { get; }

    /// <summary>How many of its rules hold, or may, at the instant asked about.</summary>
    public Tally Tally { get; }

    /// <summary>Whether one of its rules holds at an instant; a permission only where the right is for what is asked.</summary>
    public Satisfaction Judge(CompiledRule rule, UseQuestion question, Known known) => Within(rule, rule.Evaluate(question, Layer.Terms.Includes, known));

    private Satisfaction Within(CompiledRule rule, Satisfaction outcome) => rule.IsPermission ? Kleene.And(outcome, Layer.Granted) : outcome;

    /// <summary>Whether the layer holds at an instant.</summary>
    public bool HoldsAt(long ticks) => From <= ticks && ticks < Until;
}

/// <summary>How many permissions and prohibitions of a policy hold, and how many may.</summary>
internal readonly record struct Tally(int Permissions, int MaybePermissions, int Prohibitions, int MaybeProhibitions)
{
    /// <summary>Whether any permission holds.</summary>
    public Satisfaction Permission => Any(Permissions, MaybePermissions);

    /// <summary>Whether any prohibition holds.</summary>
    public Satisfaction Prohibition => Any(Prohibitions, MaybeProhibitions);

    /// <summary>What the policy may say.</summary>
    public Outcomes Under(ConflictStrategy? conflict) => OutcomesExtensions.Of(Permission, Prohibition, conflict);

    /// <summary>The same with a rule more (1) or less (-1).</summary>
    public Tally With(CompiledRule rule, Satisfaction outcome, int count) => (rule.IsPermission, outcome) switch
    {
        (true, Satisfaction.Yes) => this with { Permissions = Permissions + count },
        (true, Satisfaction.Unknown) => this with { MaybePermissions = MaybePermissions + count },
        (false, Satisfaction.Yes) => this with { Prohibitions = Prohibitions + count },
        (false, Satisfaction.Unknown) => this with { MaybeProhibitions = MaybeProhibitions + count },
        _ => this,
    };

    private static Satisfaction Any(int yes, int maybe) => yes > 0 ? Satisfaction.Yes : maybe > 0 ? Satisfaction.Unknown : Satisfaction.No;
}
