import DocumentReading
import Foundation
import TestSupport
import Testing

/// The bytes of a committed fixture.
func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
}

@Suite("PDF")
struct PDFReaderTests {
    @Test("visual lines from top to bottom; wide gaps are tabs, small ones spaces, touching characters joined")
    func report() throws {
        let document = try read(try fixture("report.pdf"), name: "年报.pdf")
        #expect(document.format == .pdf)
        #expect(
            document.outline == [
                "测试区公开工作", "测试区2023年政府信息公开工作年度报告", "一、总体情况", "本年共受理申请 21 件，均已办结。", "邮编电话地址信箱",
                "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t1\t0\t12", "（二）部分公开（区分处理的，", "4\t0\t0\t0\t0\t0\t4", "只计这一情形）",
                "结果 结果 其他 尚未", "维持 纠正 结果 审结", "行政许可\t39.5\t1136\t2", "六、其他需要报告的事项", "99",
            ])
        #expect(document.notes.isEmpty)
    }

    @Test("every line knows its page, every word its extent")
    func positions() throws {
        let document = try read(try fixture("report.pdf"))
        let lines = document.blocks.compactMap { block -> Line? in
            if case .line(let line) = block { line } else { nil }
        }
        let row = try #require(lines.first { document.text($0.text) == "4\t0\t0\t0\t0\t0\t4" })
        #expect(row.place.page == 2)
        #expect(row.words.map { document.text($0.text) } == ["4", "0", "0", "0", "0", "0", "4"])
        for (index, word) in row.words.enumerated() {
            #expect(abs((word.left + word.right) / 2 - (290 + 38 * Float(index))) < 1)
        }
        for line in lines {
            #expect(!line.words.isEmpty)
            #expect(
                line.words.allSatisfy {
                    line.text.contains($0.text.lowerBound) && $0.text.upperBound <= line.text.upperBound
                })
            #expect(zip(line.words, line.words.dropFirst()).allSatisfy { $0.left <= $1.left })
        }
        #expect(Set(lines.compactMap(\.place.page)) == [1, 2, 3])
    }

    @Test("bare page numbers go where they count with the pages")
    func bareNumbers() throws {
        #expect(try read(try fixture("bare_numbers.pdf")).outline == ["正文第一页", "正文第二页", "正文第三页"])
    }

    @Test("watermarks, slanted or strewn over every page, are left out and noted, and their figures join no number")
    func watermark() throws {
        let document = try read(try fixture("watermark.pdf"))
        let prose = (3...8).map { String("甲乙丙丁戊己庚辛".prefix($0)) }
        let pages = ["甲", "乙"].map { name in
            prose + (0..<20).map { row in (["某项" + name] + (0..<6).map { "\(row * 7 + $0)" }).joined(separator: "\t") }
        }
        #expect(document.outline == pages[0] + pages[1])
        #expect(document.noteCodes == ["watermark"])
    }

    @Test("a small raised figure stands apart from the number it is a note to")
    func notes() throws {
        #expect(try read(try fixture("notes.pdf")).outline == ["某项\t21 1\t8 1\t1136 1", "共12件"])
    }

    @Test("a page turned on its side is read upright")
    func rotated() throws {
        #expect(try read(try fixture("rotated.pdf")).outline == ["横放的表\t一行两格", "第二行"])
    }

    @Test("a pdf from an office suite: justified prose is not torn, cells stand apart")
    func office() throws {
        let outline = try read(try fixture("office.pdf")).outline
        #expect(outline.contains("来检验两端对齐的文字在每一行中是否仍然连在一起，2023 年，测试镇共受理申请 5"))
        #expect(outline.suffix(3) == ["信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t0\t0\t1", "行政规范性文件\t2\t10\t136"])
    }

    @Test("a scan is refused in words, a page without text is noted")
    func scanned() throws {
        #expect(refusal(try fixture("scanned.pdf")) == "scanned_pdf")
        let document = try read(try fixture("half_scanned.pdf"))
        #expect(document.outline == ["有文字的一页"])
        #expect(document.noteCodes == ["pages_without_text"])
    }

    @Test("a locked pdf is refused in words")
    func locked() throws {
        #expect(refusal(try fixture("locked.pdf")) == "encrypted")
    }

    @Test("the page limit is a setting")
    func pageLimit() throws {
        var limits = ReadingLimits()
        limits.pages = 3
        #expect(refusal(try fixture("report.pdf"), limits: limits) == nil)
        limits.pages = 2
        #expect(refusal(try fixture("report.pdf"), limits: limits) == "too_many_pages")
    }

    @Test("a truncated pdf is read as far as it goes or refused, never a crash")
    func truncated() throws {
        let bytes = try fixture("report.pdf")
        for length in stride(from: 5, to: bytes.count, by: 97) {
            let code = refusal(Array(bytes[..<length]))
            #expect(code == nil || code == "damaged" || code == "scanned_pdf", "\(length) bytes: \(code ?? "")")
        }
    }
}
