namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Words of actions: an English verb that follows "may", and a Korean noun that takes "…을 하다".</summary>
internal static class ActionWords
{
    /// <summary>The profile for AI training.</summary>
    public static readonly IReadOnlyDictionary<string, Words> OfProfile = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["train"] = new("train", "학습"),
        ["pretrain"] = new("pretrain", "사전 학습"),
        ["fineTune"] = new("fine-tune", "미세 조정"),
        ["align"] = new("align", "정렬 학습"),
        ["evaluate"] = new("evaluate", "평가"),
        ["retrieve"] = new("ground answers in it at run time", "검색 증강 이용"),
        ["generateSynthetic"] = new("generate synthetic data", "합성 데이터 생성"),
        ["distil"] = new("distil", "증류"),
        ["releaseWeights"] = new("release weights", "가중치 공개"),
        ["offerService"] = new("offer a service", "서비스 제공"),
        ["shareWithConsortium"] = new("share copies with a consortium", "컨소시엄과의 공유"),
        ["reportUse"] = new("report the use", "이용 보고"),
        ["certifyDeletion"] = new("certify the deletion", "삭제 증명"),
        ["deleteDerived"] = new("delete the data derived from it", "파생 데이터의 삭제"),
        ["deleteWeights"] = new("delete the weights learnt from it", "학습된 가중치의 삭제"),
        ["retainWeights"] = new("keep the weights learnt from it after the end", "종료 후 가중치 보유"),
    };

    /// <summary>ODRL 2.2 (what is not deprecated), with the draft vocabulary for AI.</summary>
    public static readonly IReadOnlyDictionary<string, Words> OfOdrl = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["use"] = new("use", "이용"),
        ["transfer"] = new("transfer ownership", "소유권 이전"),
        ["acceptTracking"] = new("accept that the use is tracked", "이용 추적 수락"),
        ["aggregate"] = new("aggregate", "결합"),
        ["annotate"] = new("annotate", "주석 달기"),
        ["anonymize"] = new("anonymise", "익명 처리"),
        ["archive"] = new("archive", "보관"),
        ["attribute"] = new("attribute the source", "출처 표시"),
        ["compensate"] = new("pay compensation", "대가 지급"),
        ["concurrentUse"] = new("use several copies at once", "동시 이용"),
        ["delete"] = new("delete all copies", "모든 사본의 삭제"),
        ["derive"] = new("make derivatives", "2차적저작물 작성"),
        ["digitize"] = new("digitise", "디지털화"),
        ["display"] = new("display", "화면 표시"),
        ["distribute"] = new("distribute", "배포"),
        ["ensureExclusivity"] = new("ensure exclusivity", "독점 보장"),
        ["execute"] = new("execute", "실행"),
        ["extract"] = new("extract parts", "일부 추출"),
        ["give"] = new("give it away", "무상 양도"),
        ["grantUse"] = new("grant others its use", "제3자 이용 허락"),
        ["include"] = new("include related assets", "관련 자료 포함"),
        ["index"] = new("index", "색인"),
        ["inform"] = new("inform the rights holder", "권리자 통지"),
        ["install"] = new("install", "설치"),
        ["modify"] = new("modify", "수정"),
        ["move"] = new("move", "이동"),
        ["nextPolicy"] = new("pass these terms on", "조건 승계"),
        ["obtainConsent"] = new("obtain consent", "동의 획득"),
        ["play"] = new("play", "재생"),
        ["present"] = new("present publicly", "공개 상연"),
        ["print"] = new("print", "인쇄"),
        ["read"] = new("read", "읽기"),
        ["reproduce"] = new("reproduce", "복제"),
        ["reviewPolicy"] = new("review these terms", "조건 검토"),
        ["search"] = new("make it findable by search", "검색 제공"),
        ["sell"] = new("sell", "판매"),
        ["stream"] = new("stream", "스트리밍"),
        ["synchronize"] = new("synchronise with other media", "다른 매체와의 동기화"),
        ["textToSpeech"] = new("have it read aloud", "음성 합성 낭독"),
        ["transform"] = new("convert the format", "형식 변환"),
        ["translate"] = new("translate", "번역"),
        ["uninstall"] = new("uninstall", "설치 제거"),
        ["watermark"] = new("watermark", "워터마크 삽입"),
        ["data-mining"] = new("mine the data", "데이터 마이닝"),
        ["ai-training"] = new("train AI models", "인공지능 학습"),
        ["gen-ai"] = new("train generative models", "생성형 인공지능 학습"),
        ["ai-augment"] = new("use it as input to a trained model", "학습된 모델의 입력 이용"),
    };

    /// <summary>Creative Commons, as ODRL takes them over.</summary>
    public static readonly IReadOnlyDictionary<string, Words> OfCreativeCommons = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["Attribution"] = new("give credit", "저작자 표시"),
        ["CommercialUse"] = new("use commercially", "영리 목적 이용"),
        ["DerivativeWorks"] = new("make derivative works", "2차적저작물 작성"),
        ["Distribution"] = new("distribute publicly", "공중 배포"),
        ["Notice"] = new("keep notices intact", "저작권 고지 유지"),
        ["Reproduction"] = new("make copies", "사본 제작"),
        ["ShareAlike"] = new("license derivatives under the same terms", "동일 조건 변경 허락"),
        ["Sharing"] = new("share without commercial aim", "비영리 공유"),
        ["SourceCode"] = new("provide the source code", "소스 코드 제공"),
    };
}
