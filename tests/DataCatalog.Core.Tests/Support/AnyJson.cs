using CsCheck;

namespace DataCatalog.Core.Tests.Support;

/// <summary>JSON that is made of the vocabulary's own words, so that it gets past the first checks.</summary>
internal static class AnyJson
{
    /// <summary>Documents.</summary>
    public static Gen<string> Policies
    {
        get
        {
            Gen<string> name = Gen.OneOf<string>("@type", "uid", "@id", "permission", "odrl:prohibition", "obligation", "action", "constraint", "and", "or", "leftOperand", "operator", "target",
                "rightOperand", "@list", "@value", "@graph", "rdf:value", "refinement", "dct:title", "@context", "@set", "@included", "duty", "consequence", "source", "partOf", "inheritFrom", "unit");
            Gen<string> leaf = Gen.OneOf<string>("null", "true", "0", "-1.5e308", "1e999", "\"\"", "\"use\"", "\"Set\"", "\"urn:p\"", "\"dateTime\"", "\"spatial\"", "\"lteq\"", "\"lt\"", "\"KR\"", "\"_:a\"",
                "\"2026-01-01\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59-14:00\"", "\"\\ud83d\"", "\"\\u0000\"", "\":\"", "{}", "[]", "\"odrl:\"", "\"@id\"", "\"_:\"");
            Gen<string> value = Gen.Recursive<string>((depth, inner) => depth > 5
                ? leaf
                : Gen.Frequency((3, leaf), (2, Gen.Select(name, inner, (n, v) => $"\"{n}\":{v}").Array[0, 5].Select(p => $"{{{string.Join(',', p)}}}")), (1, inner.Array[0, 3].Select(a => $"[{string.Join(',', a)}]"))));
            Gen<string> rule = Gen.Select(value, value, value, (a, b, c) => $$"""{"action":"use","constraint":[{{a}},{"leftOperand":{{b}},"operator":"lt","rightOperand":{{c}}}]}""");
            return Gen.Frequency(
                (1, value),
                (3, Gen.Select(rule, value, (r, v) => $$"""{"@type":"Set","uid":"urn:p","permission":[{{r}}],"dct:x":{{v}}}""")),
                (2, Gen.Select(value, value, (v, w) => $$"""{"@type":"Set","uid":"urn:p","permission":[{"action":"use"}],"prohibition":{{v}},"dct:x":{{w}}}""")),
                (2, value.Select(v => $$"""{"@type":"Set","uid":"urn:p","permission":{{v}}}""")));
        }
    }
}
