using System.Text.Json.Nodes;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Writes a policy that the short form can say as an object of its JSON form.</summary>
internal static class JsonWriter
{
    /// <summary>The object.</summary>
    public static JsonObject Write(Policy policy)
    {
        var terms = new JsonObject();
        if (policy.Kind != PolicyKind.Set) terms["type"] = Policies.Word(policy.Kind);
        if (policy.Conflict is { } conflict) terms["conflict"] = Policies.Word(conflict);
        if (policy.InheritFrom.Count > 0) terms["inherits"] = List(policy.InheritFrom, iri => iri);
        terms["rules"] = List(policy.Rules, Rule);
        return terms;
    }

    private static JsonObject Rule(Rule rule)
    {
        string verb = rule.Kind switch { RuleKind.Permission => "permit", RuleKind.Prohibition => "forbid", _ => "owe" };
        var written = new JsonObject { [verb] = List(rule.Actions, Action) };
        if (rule.Targets.Count > 0) written["of"] = List(rule.Targets, s => Subject(s, SubjectForm.Targets));
        if (rule.Assignees.Count > 0) written["for"] = List(rule.Assignees, s => Subject(s, SubjectForm.Parties));
        if (rule.Assigners.Count > 0) written["by"] = List(rule.Assigners, s => Subject(s, SubjectForm.Parties));
        if (rule.Constraints.Count > 0) written["when"] = List(rule.Constraints, c => Condition(c, within: false));
        if (rule.Duties.Count > 0) written["duties"] = List(rule.Duties, Duty);
        if (rule.Remedies.Count + rule.Consequences.Count > 0) written["else"] = List([.. rule.Remedies, .. rule.Consequences], Duty);
        if (rule.Clause is { } clause) written["clause"] = clause.Words is null ? new JsonObject { ["article"] = clause.Article } : new JsonObject { ["article"] = clause.Article, ["words"] = clause.Words };
        return written;
    }

    private static JsonNode Action(RuleAction action)
    {
        string name = ActionName(action);
        return action.Refinements.Count == 0 ? name : new JsonObject { ["action"] = name, ["only"] = List(action.Refinements, c => Condition(c, within: true)) };
    }

    private static JsonNode Duty(Rule duty)
    {
        RuleAction action = duty.Actions[0];
        if (action.Refinements.Count + duty.Constraints.Count == 0) return ActionName(action);
        var written = new JsonObject { ["action"] = ActionName(action) };
        if (action.Refinements.Count > 0) written["only"] = List(action.Refinements, c => Condition(c, within: true));
        if (duty.Constraints.Count > 0) written["when"] = List(duty.Constraints, c => Condition(c, within: false));
        return written;
    }

    private static string ActionName(RuleAction action) => Lexicon.ShortName(Lexicon.Actions, action.Iri) ?? $"<{action.Iri}>";

    private static JsonObject Subject(Subject subject, IReadOnlyList<SubjectForm> forms)
    {
        SubjectForm form = forms.First(f => f.Written(subject) is not null);
        var written = new JsonObject { [form.Property] = form.Written(subject)!.Value.Text };
        if (subject.Refinements.Count > 0) written["only"] = List(subject.Refinements, c => Condition(c, within: true));
        return written;
    }

    private static JsonObject Condition(Constraint constraint, bool within) => constraint switch
    {
        LogicalConstraint either => new JsonObject { ["either"] = List(either.Operands, c => Condition(c, within)) },
        Comparison comparison => JsonComparison.Write(comparison, within),
        _ => throw new InvalidOperationException("A constraint is a comparison or logical."),
    };

    private static JsonArray List<T>(IReadOnlyList<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];
}

/// <summary>Writes a comparison as a condition of the JSON form.</summary>
internal static class JsonComparison
{
    private static readonly string[] Timings = ["within", "every", "after", "before", "from", "until"];

    /// <summary>The condition.</summary>
    public static JsonObject Write(Comparison c, bool within)
    {
        string text = ConditionWriter.Write(c, within)!;
        string keyword = text.Split(' ')[0];
        if (Timings.Contains(keyword)) return new JsonObject { [keyword] = text[(keyword.Length + 1)..] };
        if (keyword == "paying") return new JsonObject { ["paying"] = c.Right[0].Number, ["currency"] = c.Unit };
        if (keyword == "model") return new JsonObject { ["modelSize"] = c.Right[0].Number, ["op"] = Signs.Written(c.Operator) };
        if (keyword == "up") return UpTo(c);
        if (keyword == "phase" && Signs.IsAmong(c.Operator, c.Right.Count) == false) return new JsonObject { ["phase"] = new JsonArray([.. c.Right.Select(v => (JsonNode?)v.Number)]) };
        return Set(c) ?? Where(c);
    }

    private static JsonObject UpTo(Comparison c)
    {
        if (c.LeftOperand == Operands.Percentage) return new JsonObject { ["percent"] = c.Right[0].Number };
        return c.Unit is null ? new JsonObject { ["upTo"] = c.Right[0].Number } : new JsonObject { ["upTo"] = c.Right[0].Number, ["unit"] = c.Unit };
    }

    private static JsonObject? Set(Comparison c)
    {
        if (c.Unit is not null || Signs.IsAmong(c.Operator, c.Right.Count) is not { } not) return null;
        SetCondition? set = SetCondition.All.FirstOrDefault(s => s.Operand == c.LeftOperand && c.Right.All(v => s.Written(v) is not null));
        if (set is null) return null;
        var written = new JsonObject { [set.Property] = new JsonArray([.. c.Right.Select(v => Named(set.Written(v)!.Value))]) };
        if (not) written["not"] = true;
        return written;
    }

    private static JsonObject Where(Comparison c)
    {
        var written = new JsonObject
        {
            ["where"] = Lexicon.ShortName(Lexicon.Operands, c.LeftOperand) ?? $"<{c.LeftOperand}>",
            ["op"] = Signs.Written(c.Operator),
            ["values"] = new JsonArray([.. c.Right.Select(Any)]),
        };
        if (c.Unit is not null) written["unit"] = c.Unit;
        return written;
    }

    private static JsonNode Any(Value value) => value.Type switch
    {
        ValueType.Number => value.Number,
        ValueType.Boolean => value.Number != 0,
        ValueType.Iri => $"<{value.Text}>",
        ValueType.Text when Literals.IsTyped(value.Text) => new JsonObject { ["text"] = value.Text },
        ValueType.Text => Named((TokenKind.Quoted, value.Text)),
        _ => value.Text,
    };

    private static JsonNode Named((TokenKind Kind, string Text) item)
    {
        if (item.Kind == TokenKind.Iri) return $"<{item.Text}>";
        return item.Text is ['<', .., '>'] ? new JsonObject { ["text"] = item.Text } : item.Text;
    }
}
