using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A policy made ready to decide by: once for each version of terms, for any number of questions, from any thread.</summary>
public sealed class CompiledTerms
{
    private CompiledTerms(Policy policy) => Policy = policy;

    /// <summary>What was compiled.</summary>
    public Policy Policy { get; }

    /// <summary>Compiles a policy whose inheritance is resolved.</summary>
    public static CompiledTerms Compile(Policy policy) => new(policy);
}
