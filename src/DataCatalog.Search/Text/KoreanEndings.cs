namespace DataCatalog.Search.Text;

/// <summary>Particles and simple verbal endings that a Korean word is found with or without.</summary>
internal static class KoreanEndings
{
    // A stem of one syllable is too often another word: '국도' (a road) is not '국' with a particle.
    private const int ShortestStem = 2;

    private static readonly string[] Endings =
    [
        .. new[]
        {
            "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "나", "랑",
            "에서", "에게", "에는", "에도", "에만", "으로", "로서", "로써", "까지", "부터", "처럼", "보다", "마다", "조차", "밖에", "이나", "이라", "이란", "라는", "하고", "이랑",
            "에서는", "에서도", "에서의", "에게서", "으로서", "으로써", "으로는", "으로의", "이라는", "까지의", "부터의", "에게는",
            "한", "할", "함", "된", "될", "됨", "하는", "하여", "해서", "되는", "되어", "하기", "되기", "하게", "했던", "적인", "입니다", "합니다", "됩니다", "하였다", "되었다",
        }.OrderByDescending(e => e.Length),
    ];

    /// <summary>How many syllables of the word are its stem.</summary>
    public static int StemLength(string word)
    {
        foreach (string ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)) return word.Length - ending.Length;
        }

        return word.Length;
    }
}
