namespace DataCatalog.Interop.Rows;

/// <summary>Cuts the members of top-level JSON objects, one object after the other; depth is only counted, so that no nesting can hurt.</summary>
internal struct JsonMemberCutter : ICutter
{
    private long depth;
    private bool inText;
    private bool escaped;
    private bool inMember;
    private bool broken;

    public readonly bool MayEnd => depth == 0 && !inMember;

    public Cut Next(byte value)
    {
        if (broken) return Cut.Keep;
        if (inText) return Text(value);
        switch (value)
        {
            case (byte)'"' when depth > 0:
                inText = inMember = true;
                return Cut.Keep;
            case (byte)'{' or (byte)'[':
                if (depth++ > 0) return Cut.Keep;
                return value == (byte)'{' ? Cut.Skip : Break();
            case (byte)'}' or (byte)']':
                return Close();
            case (byte)',' when depth == 1:
                return EndMember();
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' when !inMember:
                return Cut.Skip;
            default:
                return depth == 0 ? Break() : Keep();
        }
    }

    private Cut Text(byte value)
    {
        if (escaped) escaped = false;
        else if (value == (byte)'\\') escaped = true;
        else if (value == (byte)'"') inText = false;
        return Cut.Keep;
    }

    private Cut Close()
    {
        if (depth == 0) return Break();
        return --depth > 0 ? Cut.Keep : EndMember();
    }

    private Cut EndMember()
    {
        if (!inMember) return Cut.Skip;
        inMember = false;
        return Cut.End;
    }

    private Cut Keep()
    {
        inMember = true;
        return Cut.Keep;
    }

    // What is no object is kept to the end as one row, which the reader then refuses.
    private Cut Break()
    {
        broken = inMember = true;
        return Cut.Keep;
    }
}
