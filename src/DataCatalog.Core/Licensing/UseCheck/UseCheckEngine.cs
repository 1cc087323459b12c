namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Decides by terms: a pure function, without clock or database.</summary>
public static class UseCheckEngine
{
    /// <summary>Answers a question by the layers that cover its dataset for its asker.</summary>
    public static Decision Decide(UseQuestion question, IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(question);
        return layers.Count == 0 ? new Decision { Verdict = Verdict.NotPermitted } : throw new NotSupportedException();
    }
}
