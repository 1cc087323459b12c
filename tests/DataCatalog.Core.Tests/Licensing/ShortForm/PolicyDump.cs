using System.Collections;
using System.Text;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Tests.Licensing.ShortForm;

/// <summary>Everything that a policy holds, as text: records compare their lists by reference.</summary>
internal static class PolicyDump
{
    public static string Of(Policy policy)
    {
        var text = new StringBuilder();
        Add(text, policy);
        return text.ToString();
    }

    private static void Add(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append('-'); break;
            case Value v: text.Append(v.Type).Append(':').Append(v.Text).Append(':').Append(v.Instant.UtcTicks); break;
            case string or Enum or bool: text.Append('\'').Append(value).Append('\''); break;
            case IEnumerable list:
                text.Append('[');
                foreach (object item in list) Add(text, item);
                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append('{');
                foreach (var property in value.GetType().GetProperties().Where(p => p.Name != "EqualityContract").OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append(property.Name).Append('=');
                    Add(text, property.GetValue(value));
                    text.Append(' ');
                }

                text.Append("}\n");
                break;
        }
    }
}
