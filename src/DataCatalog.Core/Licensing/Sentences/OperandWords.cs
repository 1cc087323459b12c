namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Words of left operands.</summary>
internal static class OperandWords
{
    /// <summary>The profile for AI training.</summary>
    public static readonly IReadOnlyDictionary<string, Words> OfProfile = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["modelSize"] = new("model size", "모델 규모"),
        ["releaseLicence"] = new("release licence", "공개 라이선스"),
        ["consortium"] = new("consortium", "컨소시엄"),
        ["programmePhase"] = new("programme phase", "사업 단계"),
    };

    /// <summary>ODRL 2.2 (what is not deprecated).</summary>
    public static readonly IReadOnlyDictionary<string, Words> OfOdrl = new Dictionary<string, Words>(StringComparer.Ordinal)
    {
        ["absolutePosition"] = new("absolute position", "절대 위치"),
        ["absoluteSize"] = new("absolute size", "절대 크기"),
        ["absoluteSpatialPosition"] = new("absolute position in space", "절대 공간 위치"),
        ["absoluteTemporalPosition"] = new("absolute position in time", "절대 시간 위치"),
        ["count"] = new("count", "횟수"),
        ["dateTime"] = new("date", "날짜"),
        ["delayPeriod"] = new("delay", "경과 기간"),
        ["deliveryChannel"] = new("delivery channel", "전달 경로"),
        ["elapsedTime"] = new("elapsed time", "이용 시간"),
        ["event"] = new("event", "시점"),
        ["fileFormat"] = new("file format", "파일 형식"),
        ["industry"] = new("industry", "산업 분야"),
        ["language"] = new("language", "언어"),
        ["media"] = new("modality", "매체 유형"),
        ["meteredTime"] = new("metered time", "누적 이용 시간"),
        ["payAmount"] = new("payment", "지급액"),
        ["percentage"] = new("percentage", "비율"),
        ["product"] = new("model or product", "모델 또는 제품"),
        ["purpose"] = new("purpose", "목적"),
        ["recipient"] = new("recipient", "받는 쪽"),
        ["relativePosition"] = new("relative position", "상대 위치"),
        ["relativeSize"] = new("relative size", "상대 크기"),
        ["relativeSpatialPosition"] = new("relative position in space", "상대 공간 위치"),
        ["relativeTemporalPosition"] = new("relative position in time", "상대 시간 위치"),
        ["resolution"] = new("resolution", "해상도"),
        ["spatial"] = new("territory", "지역"),
        ["spatialCoordinates"] = new("coordinates", "좌표"),
        ["systemDevice"] = new("system or device", "시스템 또는 기기"),
        ["timeInterval"] = new("interval", "주기"),
        ["unitOfCount"] = new("unit of count", "계수 단위"),
        ["version"] = new("version", "버전"),
        ["virtualLocation"] = new("network location", "네트워크 위치"),
    };
}
