using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Constraints;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class ArgumentTests
{
    private static readonly Comparison ForResearch = Is(Purpose, Operator.Eq, "research");

    public static TheoryData<string, Action> Nulls => new()
    {
        { "policy", () => CompiledTerms.Compile(null!, (_, _) => false) },
        { "includes", () => CompiledTerms.Compile(Policy(), null!) },
        { "constraint", () => ConstraintCheck.Explain(null!, FactSet.Empty, Now) },
        { "facts", () => ConstraintCheck.Explain(ForResearch, null!, Now) },
        { "questions", () => ExpiryImpact.Of(null!, _ => true, Now) },
        { "ends", () => ExpiryImpact.Of([], null!, Now) },
        { "question", () => Flips.Within(null!, [], Now) },
        { "layers", () => Flips.Within(Ask(), null!, Now) },
        { "question", () => UseCheckEngine.Decide(null!, []) },
        { "layers", () => UseCheckEngine.Decide(Ask(), null!) },
        { "question", () => UseCheckEngine.VerdictOf(null!, []) },
        { "layers", () => UseCheckEngine.VerdictOf(Ask(), null!) },
    };

    [Theory]
    [MemberData(nameof(Nulls), DisableDiscoveryEnumeration = true)]
    public void Null_Refused(string argument, Action call) => Assert.Throws<ArgumentNullException>(argument, call);
}
