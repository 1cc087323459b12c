using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Answers the use-check as if a consortium had a dataset under an agreement with terms that are still being written: the same engine, nothing kept.</summary>
public sealed class TryTerms(IRegistryDb db, UseChecker checker)
{
    /// <summary>Answers it. Licences and exemptions count as they do; rights that the consortium has under other agreements do not.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="number">Number of the agreement that they are for.</param>
    /// <param name="input">What is asked.</param>
    /// <param name="words">Tells a decision in sentences.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">The terms are not valid, a name is unknown, or the caller's roles do not allow it.</exception>
    public async Task<UseAnswer> HandleAsync(TermsInput terms, string number, UseCheckInput input, DecisionWords words, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.Compliance | Roles.Auditor);
        WrittenTerms written = WrittenTerms.Read(terms, $"{Iris.Agreement(number)}:terms:1");
        AskedUse asked = await new UseAsker(db, checker.Calendar).ResolveAsync(input, CheckUse.MostDatasets, cancellation);
        UseFacts facts = await new UseFactsReader(db).ReadAsync([asked.ConsortiumId], asked.Datasets, asked.KnownAt, cancellation);
        DateOnly always = facts.Consortia[asked.ConsortiumId].ActiveFrom;
        var tried = new AgreementFacts(Guid.Empty, number, always, always, null, Superseded: false, [new VersionFacts(1, always, written.Odrl, written.Sha256)]);
        UseFacts granted = facts.WithoutGrants().Granting(asked.Datasets.Select(d => (asked.ConsortiumId, d, tried.Id)), new Dictionary<Guid, AgreementFacts> { [tried.Id] = tried });
        DecidedUse decided = checker.Decide(asked, granted);
        UseAnswer answer = Answers.Use(decided);
        return answer with { Answers = [.. answer.Answers.Zip(decided.Mix.Parts, (a, p) => a with { Sentences = words.Of(p.Decision) })] };
    }
}
