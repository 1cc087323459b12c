namespace DataCatalog.Interop.Rows;

/// <summary>Cuts at line feeds outside quotes (RFC 4180).</summary>
internal struct CsvCutter : ICutter
{
    private bool quoted;

    public readonly bool MayEnd => !quoted;

    public Cut Next(byte value)
    {
        if (value == (byte)'"') quoted = !quoted;
        return value == (byte)'\n' && !quoted ? Cut.End : Cut.Keep;
    }
}
