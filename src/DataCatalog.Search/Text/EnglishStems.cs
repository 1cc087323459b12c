using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace DataCatalog.Search.Text;

/// <summary>Stems of English words (Porter's second algorithm); the words of a catalogue repeat, so stems are kept.</summary>
internal static class EnglishStems
{
    private const int MostKept = 50_000;

    private static readonly ConcurrentDictionary<string, string> Kept = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static EnglishStemmer? stemmer;

    /// <summary>The stem of a folded word.</summary>
    public static string Of(string word)
    {
        if (Kept.TryGetValue(word, out string? known)) return known;
        stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        string stem = stemmer.Current;
        if (Kept.Count >= MostKept) Kept.Clear();
        Kept[word] = stem;
        return stem;
    }
}
