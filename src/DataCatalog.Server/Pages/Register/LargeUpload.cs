using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Server.Pages.Register;

/// <summary>Lets a page take large files: beyond a little they go to the disk as they come, never into memory.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargeUploadAttribute : Attribute, IRequestSizeLimitMetadata, IFormOptionsMetadata
{
    private const long Most = 10L << 30;

    /// <inheritdoc/>
    public long? MaxRequestBodySize => Most;

    /// <inheritdoc/>
    public long? MultipartBodyLengthLimit => Most;

    /// <inheritdoc/>
    public bool? BufferBody => null;

    /// <inheritdoc/>
    public int? MemoryBufferThreshold => null;

    /// <inheritdoc/>
    public long? BufferBodyLengthLimit => null;

    /// <inheritdoc/>
    public int? ValueCountLimit => null;

    /// <inheritdoc/>
    public int? KeyLengthLimit => null;

    /// <inheritdoc/>
    public int? ValueLengthLimit => null;

    /// <inheritdoc/>
    public int? MultipartBoundaryLengthLimit => null;

    /// <inheritdoc/>
    public int? MultipartHeadersCountLimit => null;

    /// <inheritdoc/>
    public int? MultipartHeadersLengthLimit => null;
}
