import AnnualReport
import TestSupport
import Testing

@Suite("TXT_SUM: totals and their parts in the text")
struct NarrativeSumTests {
    static func check(_ text: String) -> CheckResult {
        RuleBook.check(ConsistentReport.empty(.edition2021).with(.overall, text))
    }

    static let passesWithout = check("照章办理。").passed

    @Test(
        "a total that is the sum of its parts passes",
        arguments: [
            "本年公开信息431条，其中网站发布222条，公众号发布209条。",
            "公开信息24条，及时率100%。其中机构类4条，政策类0条，规划类1条，安全类9条，其他类10条。",
            "共制作问答119期，其中，市级47期、甲区28期、乙区22期、丙县15期、丁县5期、戊县2期。",
            "收办案件3607件（甲349件、乙933件、丙477件、丁301件、戊874件、己216件、庚348件、辛55件、壬26件、癸12件、子16件），同比增长70.3%。",
            "对25件案件收取2950元。其中，甲1件，收取420元；乙2件，收取290元；丙15件，收取1500元；丁1件，收取140元；戊6件，收取600元。",
            "发布信息224条，较上年下降7.8%。其中，甲类13条，占比5.8%；乙类91条，占比40%；丙类120条，占比53%。",
            "开展活动21次，包括培训2次、宣传19次，全部完成。",
        ])
    func holds(text: String) {
        let result = Self.check(text)
        #expect(result.failures("TXT_SUM").isEmpty)
        #expect(result.passed > Self.passesWithout)
    }

    @Test(
        "a total that differs from its parts fails with the arithmetic and the words",
        arguments: [
            ("公开信息24条，其中机构类4条，政策类1条，其他类18条。", "23", "24", Severity.warning, "4＋1＋18＝23"),
            ("公开信息431条，其中网站发布223条，公众号发布209条。", "432", "431", .warning, "223＋209＝432"),
            ("公开信息432条，其中网站发布222条，公众号发布209条。", "431", "432", .notice, "222＋209＝431"),
            ("办理案件100件（甲区30件、乙区40件、丙区20件）。", "90", "100", .warning, "30＋40＋20＝90"),
        ])
    func fails(text: String, expected: String, actual: String, severity: Severity, arithmetic: String) throws {
        let finding = try #require(Self.check(text).failures("TXT_SUM").first)
        #expect(finding.expected == expected && finding.actual == actual)
        #expect(finding.severity == severity)
        #expect(finding.message.contains(arithmetic))
        let quote = try #require(finding.quote)
        #expect(text.contains(quote) && quote.contains(actual))
    }

    @Test(
        "a list that is not meant as complete, or is rough, is left alone",
        arguments: [
            "发布信息100条，其中原创20条。", "发布信息100条，其中图片20条、视频10条。", "发布信息近100条，其中网站60条、微信30条。",
            "发布信息100条，其中网站60余条、微信30条。", "全年发布信息199篇，国家级44篇，省级43篇。",
            "受理申请21件。其中予以公开10件，部分公开2件。", "开展培训3次，其中省级1次、市级1次。",
            "发布信息100条，其中网站90条、微信80条、报纸70条。", "开设专栏18个，优化专栏22个。",
        ])
    func leftAlone(text: String) {
        let result = Self.check(text)
        #expect(result.failures("TXT_SUM").isEmpty)
        #expect(result.passed == Self.passesWithout)
    }

    @Test("two breakdowns of one total, one behind the other, are held against it one by one")
    func twoBreakdowns() {
        #expect(Self.check("受理申请50件，其中网络30件，信函20件，个人45件，单位5件。").failures("TXT_SUM").isEmpty)
        let text = "受理申请50件（网络30件、信函10件、当面10件），其中，个人45件，单位6件；按时办结50件。"
        #expect(Self.check(text).failures("TXT_SUM").map(\.expected) == ["51"])
    }
}
