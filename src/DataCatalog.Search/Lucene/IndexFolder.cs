namespace DataCatalog.Search.Lucene;

/// <summary>The folder that holds the index: a subfolder for each generation, a file that names the present one, a lock.</summary>
internal sealed class IndexFolder : IDisposable
{
    private const string Prefix = "index-";

    private readonly string path;
    private readonly FileStream held;

    private IndexFolder(string path, FileStream held) => (this.path, this.held) = (path, held);

    private string PointerFile => Path.Combine(path, "current");

    /// <summary>Takes the folder for this process; the system gives it back when the process ends, however that happens.</summary>
    /// <exception cref="IOException">Another process holds it, or it cannot be written to.</exception>
    public static IndexFolder Take(string path)
    {
        // It holds words of what not everyone may see.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var held = new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new IndexFolder(path, held);
        }
        catch (IOException exception)
        {
            throw new IOException($"The search folder '{path}' is in use by another process; stop that one, or give this one a folder of its own.", exception);
        }
    }

    /// <summary>Path of the present generation; null where there is none.</summary>
    public string? Current()
    {
        if (!File.Exists(PointerFile)) return null;
        string name = File.ReadAllText(PointerFile);
        return IsName(name) ? Path.Combine(path, name) : throw new InvalidDataException("The file that names the present index is damaged.");
    }

    /// <summary>Path for a new generation, empty.</summary>
    public string Next()
    {
        int last = Generations().Select(NumberOf).DefaultIfEmpty(0).Max();
        return Directory.CreateDirectory(Path.Combine(path, FormattableString.Invariant($"{Prefix}{last + 1:D6}"))).FullName;
    }

    /// <summary>Makes a generation the present one in one step.</summary>
    public void Promote(string generation)
    {
        string draft = PointerFile + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Path.GetFileName(generation)));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, PointerFile, overwrite: true);
    }

    /// <summary>Removes every generation but this one; what cannot be removed now goes next time.</summary>
    public void RemoveAllBut(string? generation)
    {
        foreach (string other in Generations().Where(g => g != generation))
        {
            try
            {
                Directory.Delete(other, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    private static bool IsName(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length == Prefix.Length + 6 && name.AsSpan(Prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static int NumberOf(string generation) => int.Parse(Path.GetFileName(generation).AsSpan(Prefix.Length), System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<string> Generations() => Directory.EnumerateDirectories(path, Prefix + "*").Where(d => IsName(Path.GetFileName(d)));
}
