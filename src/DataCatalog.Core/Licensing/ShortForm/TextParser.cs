using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Reads a whole text, statement by statement; nothing nests deeper than a condition in an either in brackets.</summary>
internal sealed class TextParser
{
    private readonly TokenReader tokens;
    private readonly RuleReader rules;
    private readonly List<Rule> read = [];
    private readonly List<string> inherits = [];
    private ConflictStrategy? conflict;
    private PolicyKind? kind;

    private TextParser(TokenReader tokens, Literals literals) => (this.tokens, rules) = (tokens, new RuleReader(tokens, literals));

    /// <summary>The policy that the text says.</summary>
    public static Policy Read(string text, string uid, TimeZoneInfo zone, string field)
    {
        var parser = new TextParser(new TokenReader(new Tokenizer(text, field).Read()), new Literals(zone));
        parser.ReadAll();
        return Policies.Of(uid, parser.kind, parser.conflict, parser.inherits, parser.read);
    }

    private void ReadAll()
    {
        while (tokens.TrySign(";")) { }
        while (tokens.Next.Kind != TokenKind.End)
        {
            Statement();
            bool separated = tokens.TrySign(";");
            while (tokens.TrySign(";")) { }
            if (!separated && tokens.Next.Kind != TokenKind.End && !BeginsOnNewLine(tokens.Next)) throw tokens.Expected(Expectations.Part);
        }

        if (read.Count == 0) throw tokens.Expected(Expectations.Rule);
    }

    private static bool BeginsOnNewLine(Token token) => token.FirstOnLine && token.Kind == TokenKind.Word && Keywords.Statements.Contains(token.Text, StringComparer.Ordinal);

    private void Statement()
    {
        Token verb = tokens.Next;
        if (tokens.Try("permit")) read.Add(rules.Read(RuleKind.Permission));
        else if (tokens.Try("forbid")) read.Add(rules.Read(RuleKind.Prohibition));
        else if (tokens.Try("owe")) read.Add(rules.Read(RuleKind.Duty));
        else if (tokens.Try("conflict")) conflict = conflict is null ? Strategy() : throw verb.At.Expected(Expectations.OnlyOnce, verb.Text);
        else if (tokens.Try("type")) kind = kind is null ? Kind() : throw verb.At.Expected(Expectations.OnlyOnce, verb.Text);
        else if (tokens.Try("inherits")) Inherits();
        else throw tokens.Expected(Expectations.Statement);
    }

    private ConflictStrategy Strategy()
    {
        ConflictStrategy strategy = Policies.Strategy(tokens.Next.Text) ?? throw tokens.Expected(Expectations.Strategy);
        tokens.Take();
        return strategy;
    }

    private PolicyKind Kind()
    {
        PolicyKind named = Policies.Kind(tokens.Next.Text) ?? throw tokens.Expected(Expectations.Kind);
        tokens.Take();
        return named;
    }

    private void Inherits()
    {
        do
        {
            if (tokens.Next.Kind != TokenKind.Iri) throw tokens.Expected(Expectations.Iri);
            inherits.Add(tokens.Take().Text);
        }
        while (tokens.TrySign(","));
    }
}
