import AnnualReport
import Testing

@testable import ReportReading

@Suite("What a cell prints")
struct PrintedValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var value: PrintedValue
        var testDescription: String { "“\(text)”" }
        init(_ text: String, _ value: PrintedValue) {
            self.text = text
            self.value = value
        }
        static func number(_ text: String, _ digits: String, unit: PrintedUnit? = nil) -> Case {
            Case(text, FormNumber(digits).map { .number($0, unit: unit) } ?? .odd)
        }
    }

    static let cases: [Case] = [
        .number("0", "0"), .number("1,113", "1113"), .number("１２", "12"), .number("7730.28", "7730.28"),
        .number("0.00 元", "0", unit: .yuan), .number("103.3879万元", "103.3879", unit: .tenThousandYuan),
        .number("3次", "3", unit: .time),
        .number("-35", "-35"), .number("－7", "-7"), .number("+208", "208"), .number("减3", "-3"), .number("增10", "10"),
        .number(" 0", "0"), .number("11398889", "11398889"),
        Case("", .blank), Case(" \u{3000}\u{A0}", .blank), Case("/", .notApplicable), Case("—", .notApplicable),
        Case("——", .notApplicable), Case("-", .notApplicable), Case("无", .notApplicable), Case("／", .notApplicable),
        Case("--253", .odd), Case("400余条", .odd), Case("3 5", .odd), Case("1,13", .odd), Case("10%", .odd),
        Case("零", .odd),
        Case("规章", .text), Case("1.属于国家秘密", .text), Case("1、属于国家秘密", .text), Case("3.其他", .text),
        Case("5 要求行政机关确认", .text), Case("2023年", .text), Case("一、本年新收", .text), Case("（七）总计", .text),
    ]

    @Test("a number is a number only when it is plain", arguments: cases)
    func read(_ own: Case) {
        let value = Array(own.text.utf8).withUnsafeBufferPointer { PrintedValue.read($0, 0..<$0.count) }
        #expect(value == own.value)
    }

    @Test("digits without anything between are cut where only one way is possible")
    func cuts() {
        #expect(DigitCuts.cut(Array("000".utf8), into: 3) == [["0", "0", "0"]])
        #expect(DigitCuts.cut(Array("384".utf8), into: 3) == [["3", "8", "4"]])
        #expect(DigitCuts.cut(Array("1000".utf8), into: 3) == [["10", "0", "0"]])
        #expect(DigitCuts.cut(Array("123".utf8), into: 2) == [["1", "23"], ["12", "3"]])
        #expect(DigitCuts.cut(Array("12".utf8), into: 3).isEmpty)
    }
}
