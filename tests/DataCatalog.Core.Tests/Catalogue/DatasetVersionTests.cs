using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;
using DataCatalog.Core.Common;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Catalogue;

public sealed class DatasetVersionTests
{
    [Fact]
    public void Published_CannotChange()
    {
        Dataset dataset = AvailableDataset();
        DatasetVersion version = dataset.Versions[0];
        Refused(CatalogueErrors.VersionImmutable, null, () => version.Change(TheVersion with { Notes = "mended" }, Clock));
        DateTime? published = version.PublishedAt;
        dataset.Publish("1.0.0", Clock);
        Assert.Equal(published, version.PublishedAt);
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData(" 1.0.0 ")]
    public void Add_NumberTaken(string number) =>
        Refused(CatalogueErrors.VersionExists, "Number", () => AvailableDataset().AddVersion(TheVersion with { Number = number }, Clock));

    [Fact]
    public void Add_InputAtFault_NamesTheField()
    {
        Refuse("Number", CommonErrors.Required, TheVersion with { Number = " " });
        Refuse("Distributions/0", CommonErrors.Required, TheVersion with { Distributions = [null!] });
        Refuse("Distributions/0/Name", CommonErrors.Required, TheVersion with { Distributions = [TheFile with { Name = null }] });
        Refuse("Distributions/1/MediaType", CommonErrors.Invalid, TheVersion with { Distributions = [TheFile, TheFile with { MediaType = "zip" }] });
        Refuse("Distributions/0/Bytes", CommonErrors.Invalid, TheVersion with { Distributions = [TheFile with { Bytes = -1 }] });
        Refuse("Distributions/0/Sha256", CommonErrors.Invalid, TheVersion with { Distributions = [TheFile with { Sha256 = "abc" }] });
        Refuse("Text/Tokens", CommonErrors.Invalid, TheVersion with { Text = new TextDetails { Tokens = -1 } });
        Refuse("Image/MinimumSide", CommonErrors.Invalid, TheVersion with { Image = new ImageDetails { MinimumSide = -1 } });
        Refuse("Audio/Hours", CommonErrors.Invalid, TheVersion with { Audio = new AudioDetails { Hours = double.NaN } });
        Refuse("Video/FramesPerSecond", CommonErrors.Invalid, TheVersion with { Video = new VideoDetails { FramesPerSecond = double.PositiveInfinity } });
    }

    [Fact]
    public void Details_NotKnown_StayAbsent()
    {
        DatasetVersion version = Dataset().AddVersion(TheVersion with { Text = new TextDetails { Documents = 0 } }, Clock);
        Assert.Equal((0L, null), (version.Text!.Documents, version.Text.Tokens));
        Assert.Null(version.Audio);
    }

    [Fact]
    public void Change_DistributionThatStays_KeepsItsIdentity()
    {
        DatasetVersion version = Dataset().AddVersion(TheVersion, Clock);
        Guid id = version.Distributions[0].Id;
        version.Change(TheVersion with { Distributions = [TheFile with { Name = "b.jsonl" }, TheFile] }, Clock);
        Assert.Equal(2, version.Distributions.Count);
        Assert.Equal(id, version.Distributions[1].Id);
    }

    [Fact]
    public void ToInput_RoundTrip()
    {
        DatasetVersionInput input = TheVersion with
        {
            Notes = "first\nrelease",
            Text = new TextDetails { Documents = 1, Tokens = 2, Tokenizer = "cl100k", Characters = 3, Bytes = 4 },
            Image = new ImageDetails { Images = 1, MinimumSide = 2, MedianSide = 3, Annotations = "caption" },
            Audio = new AudioDetails { Hours = 1.5, SampleRate = 16000, Channels = 1, Speakers = 2, TranscribedHours = 1 },
            Video = new VideoDetails { Hours = 1, Clips = 2, Height = 720, FramesPerSecond = 29.97, HasAudio = true },
            Distributions = [TheFile, TheFile with { Bytes = null, Sha256 = null }],
        };
        Assert.Equivalent(input, Dataset().AddVersion(input, Clock).ToInput(), strict: true);
    }

    private static void Refuse(string field, ErrorCode error, DatasetVersionInput input) => Refused(error, field, () => Dataset().AddVersion(input, Clock));
}
