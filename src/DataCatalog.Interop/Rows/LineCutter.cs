namespace DataCatalog.Interop.Rows;

/// <summary>Cuts at line feeds.</summary>
internal struct LineCutter : ICutter
{
    public readonly bool MayEnd => true;

    public readonly Cut Next(byte value) => value == (byte)'\n' ? Cut.End : Cut.Keep;
}
