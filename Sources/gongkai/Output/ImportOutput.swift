import CivilTime
import Disclosure
import Ledger
import LedgerExchange
import Markup
import Service

/// What came of an import, for people and for programs.
struct ImportOutput {
    let answer: ImportRegister.Answer
    let order: ImportRegister.Order
    let office: Office

    /// Errors listed one by one; more are only counted.
    private static let listed = 200
    /// Warnings of one kind listed one by one.
    private static let alike = 3

    private var subjects: String { order.content == .requests ? "申请" : "信息" }

    /// One line a fault, warnings of one kind together, and what to do next.
    func text() {
        let style = TextStyle.of(.output)
        let errors = answer.problems.filter { $0.severity == .error }
        var text = ""
        for problem in errors.prefix(Self.listed) { text += line(problem, "错误", .wrong, style) }
        if errors.count > Self.listed { text += "……另有 \(errors.count - Self.listed) 处错误，改正以上各处后再看。\n" }
        var counts: [String: Int] = [:]
        for problem in answer.problems where problem.severity != .error {
            counts[problem.code, default: 0] += 1
            if counts[problem.code] ?? 0 <= Self.alike { text += line(problem, "提示", .doubtful, style) }
        }
        for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.alike {
            text += "……同类提示（\(code)）另有 \(count - Self.alike) 处。\n"
        }
        StandardStream.output.write(text + summary(style))
    }

    private var names: String {
        order.vault == nil
            ? "申请人的姓名、联系方式没有写入记录，" : "申请人的姓名已加密保存，没有写入记录；联系方式没有读取，"
    }

    private func line(
        _ problem: ImportProblem, _ word: String, _ tone: TextStyle.Tone, _ style: TextStyle
    ) -> String {
        let place = PlainText.line(problem.place)
        return
            "\(style.paint(word, tone)) \(place)：\(PlainText.line(problem.message))\(PlainText.line(problem.remedy))\n"
    }

    private func summary(_ style: TextStyle) -> String {
        let head = "\(office.fullName.text)：\(answer.lines)行，可以导入\(answer.good)件\(subjects)"
        let bad = answer.lines - answer.good
        let counted = bad > 0 ? "\(head)，\(bad)行有错误。\n" : "\(head)。\n"
        if let batch = answer.batch {
            return counted + style.paint("已写入台账", .good)
                + "：\(answer.entries)条记录，导入编号 \(batch)。\n"
                + (order.content == .requests ? "\(names)请妥善保管原台账。\n" : "")
                + "撤销：gongkai undo \(batch) --agency \(office.code) --reason 理由\n"
        }
        if answer.good == 0 { return counted + "没有写入任何记录。\n" }
        if order.isApplied { return counted + "有错误，没有写入任何记录。请改正后再导入，或者加 --skip-bad-rows 跳过有错误的行。\n" }
        return counted + "这是预览，没有写入任何记录。核对无误后加 --apply 写入。\n"
    }

    /// `gongkai.import/1`.
    func json() {
        var json = JSONWriter(form: .pretty)
        json.object {
            $0.member("schema", "gongkai.import/1")
            $0.member("content", order.content.rawValue)
            $0.member("agency", office.code.text)
            $0.member("lines", answer.lines)
            $0.member("good", answer.good)
            $0.member("applied", answer.batch != nil)
            if let batch = answer.batch {
                $0.member("batch", batch.text)
                $0.member("entries", answer.entries)
            }
            $0.array("problems") { list in
                for problem in answer.problems {
                    list.object {
                        $0.member("sheet", problem.sheet)
                        if let row = problem.row { $0.member("row", row) }
                        if let cell = problem.cell { $0.member("cell", cell) }
                        $0.member("severity", problem.severity.word)
                        $0.member("code", problem.code)
                        $0.member("message", problem.message)
                        $0.member("remedy", problem.remedy)
                    }
                }
            }
        }
        StandardStream.output.write(String(decoding: json.finish(), as: UTF8.self))
    }
}

extension Finding.Severity {
    /// The word for programs.
    fileprivate var word: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .notice: "notice"
        }
    }
}

extension Moment {
    /// The day in Beijing (UTC+8).
    var beijingDay: Day {
        Moment(milliseconds: milliseconds.addingReportingOverflow(8 * 3_600_000).partialValue).utcDay
    }
}
