namespace DataCatalog.Server.Pages.Requests;

/// <summary>What an officer grants of a request.</summary>
public sealed class GrantForm
{
    /// <summary>First day.</summary>
    public string? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public string? EndsOn { get; set; }

    /// <summary>Whether the conditions must be accepted first.</summary>
    public string? NeedsAcceptance { get; set; }

    /// <summary>What is said to it.</summary>
    public string? Note { get; set; }

    /// <summary>State of the request that was read.</summary>
    public string? RowVersion { get; set; }
}

/// <summary>What is said to a request: a question, a reason.</summary>
public sealed class SayForm
{
    /// <summary>A question to the consortium.</summary>
    public string? Question { get; set; }

    /// <summary>A reason.</summary>
    public string? Reason { get; set; }

    /// <summary>State of the request that was read.</summary>
    public string? RowVersion { get; set; }
}

/// <summary>What the consortium answers.</summary>
public sealed class AnswerForm
{
    /// <summary>The answer.</summary>
    public string? Answer { get; set; }

    /// <summary>What for.</summary>
    public string? Purpose { get; set; }

    /// <summary>First day wished for.</summary>
    public string? StartsOn { get; set; }

    /// <summary>Last day wished for.</summary>
    public string? EndsOn { get; set; }

    /// <summary>State of the request that was read.</summary>
    public string? RowVersion { get; set; }
}
