using Microsoft.AspNetCore.Http.Metadata;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>A page whose form carries papers: larger than forms are else, and given the time that this takes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IRequestSizeLimitMetadata, IFormOptionsMetadata
{
    private const long Most = 1L << 30;

    /// <inheritdoc/>
    public long? MaxRequestBodySize => Most;

    /// <inheritdoc/>
    public bool? BufferBody => null;

    /// <inheritdoc/>
    public int? MemoryBufferThreshold => null;

    /// <inheritdoc/>
    public long? BufferBodyLengthLimit => null;

    /// <inheritdoc/>
    public int? ValueCountLimit => 5000;

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

    /// <inheritdoc/>
    public long? MultipartBodyLengthLimit => Most;
}
