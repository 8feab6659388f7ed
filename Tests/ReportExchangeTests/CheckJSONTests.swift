import AnnualReport
import ReportExchange
import Testing

@Suite("gongkai.check/1")
struct CheckJSONTests {
    @Test("a result is written in the order and with the names of the contract")
    func exactBytes() {
        var report = Report(source: "a.txt", form: .edition2021)
        report.agency = "测试局"
        report.reportYear = 2023
        let cell = CellAddress(table: "t4_review_litigation", row: "cases", column: "review_total")
        let findings = [
            RuleFinding(
                rule: "T4_SUM_REVIEW", outcome: .fail, severity: .error, cells: [cell], expected: "11", actual: "0",
                message: "甲。", remedy: "乙。", fingerprint: "0123456789abcdef"),
            RuleFinding(
                rule: "TXT_TABLE", outcome: .notAssessable, severity: .warning, message: "丙。", remedy: "丁。",
                quote: "收到\n申请", fingerprint: "fedcba9876543210"),
        ]
        let result = CheckResult(passed: 58, failed: 1, notAssessable: 1, findings: findings)
        let expected = #"""
            {"schema":"gongkai.check/1","report":{"agency":"测试局","report_year":2023,"form":"2021","source":"a.txt"},\#
            "summary":{"rules":60,"pass":58,"fail":1,"not_assessable":1},"findings":[\#
            {"rule":"T4_SUM_REVIEW","outcome":"fail","severity":"error",\#
            "cells":["t4_review_litigation.cases.review_total"],"expected":"11","actual":"0",\#
            "message":"甲。","remedy":"乙。","fingerprint":"0123456789abcdef"},\#
            {"rule":"TXT_TABLE","outcome":"not_assessable","severity":"warning","cells":[],\#
            "expected":null,"actual":null,"message":"丙。","remedy":"丁。","quote":"收到\n申请",\#
            "fingerprint":"fedcba9876543210"}]}
            """#
        #expect(String(decoding: CheckJSON.write(report, result), as: UTF8.self) == expected)
    }
}
