namespace DataCatalog.Interop.Rows;

/// <summary>What a byte of a file means for the row being read.</summary>
internal enum Cut
{
    /// <summary>It belongs to no row.</summary>
    Skip,

    /// <summary>It belongs to the row.</summary>
    Keep,

    /// <summary>It ends the row and does not belong to it.</summary>
    End,
}

/// <summary>Finds where rows begin and end, byte by byte, with a memory of a few numbers.</summary>
internal interface ICutter
{
    /// <summary>Takes the next byte.</summary>
    Cut Next(byte value);

    /// <summary>Whether the file may end here; otherwise its last row was cut off.</summary>
    bool MayEnd { get; }
}
