using DataCatalog.Core.Licensing.Sentences;

namespace DataCatalog.Core.Tests.Licensing.Sentences;

public sealed class ParticlesTests
{
    [Theory]
    [InlineData("컨소시엄", "은", "이", "을", "과", "으로")]
    [InlineData("평가", "는", "가", "를", "와", "로")]
    [InlineData("서울", "은", "이", "을", "과", "로")]
    [InlineData("MIT", "는", "가", "를", "와", "로")]
    [InlineData("URL", "은", "이", "을", "과", "로")]
    [InlineData("CC-BY-4.0", "은", "이", "을", "과", "으로")]
    [InlineData("제7", "은", "이", "을", "과", "로")]
    [InlineData("phase 2", "는", "가", "를", "와", "로")]
    [InlineData("naver-cloud", "는", "가", "를", "와", "로")]
    [InlineData("chatbot", "은", "이", "을", "과", "으로")]
    [InlineData("book", "은", "이", "을", "과", "으로")]
    [InlineData("broadcast", "는", "가", "를", "와", "로")]
    [InlineData("news", "는", "가", "를", "와", "로")]
    [InlineData("Upstage", "는", "가", "를", "와", "로")]
    [InlineData("model", "은", "이", "을", "과", "로")]
    [InlineData("‘한국어 뉴스’", "는", "가", "를", "와", "로")]
    [InlineData("음성(국내)", "은", "이", "을", "과", "으로")]
    [InlineData("대가(총(각)액)", "는", "가", "를", "와", "로")]
    [InlineData("(국내)", "는", "가", "를", "와", "로")]
    [InlineData(")", "는", "가", "를", "와", "로")]
    [InlineData("…", "는", "가", "를", "와", "로")]
    public void Particle_FollowsTheSound(string word, string topic, string subject, string obj, string and, string by) => Assert.Equal(
        (word + topic, word + subject, word + obj, word + and, word + by),
        (Particles.Topic(word), Particles.Subject(word), Particles.Object(word), Particles.And(word), Particles.By(word)));

    [Fact]
    public void Joined_TakesTheParticleOfTheWordBefore()
    {
        Assert.Equal("학습", Particles.Joined(["학습"]));
        Assert.Equal("학습과 평가", Particles.Joined(["학습", "평가"]));
        Assert.Equal("학습, 평가와 증류", Particles.Joined(["학습", "평가", "증류"]));
        Assert.Equal("배포나 판매", Particles.Joined(["배포", "판매"], or: true));
        Assert.Equal("판매, 학습이나 배포", Particles.Joined(["판매", "학습", "배포"], or: true));
    }
}
