import DocumentReading
import TestSupport
import Testing

@Suite("Plain text in every encoding")
struct TextReaderTests {
    @Test("lines keep tabs, bars and inner spaces, and empty lines stay")
    func lines() throws {
        let document = try read("规章\t0\t 2 \n\n| a ||\r\n末行\r尾")
        #expect(document.outline == ["规章\t0\t 2 ", "", "| a ||", "末行", "尾"])
        #expect(document.format == .text)
        #expect(document.notes.isEmpty)
    }

    @Test("every line knows its number")
    func places() throws {
        let places = try read("甲\r\n乙\n丙").blocks.map { block -> Int? in
            if case .line(let line) = block { line.place.line } else { nil }
        }
        #expect(places == [1, 2, 3])
    }

    static let samples: [(name: String, bytes: [UInt8])] = [
        ("UTF-8", Array("一、总体情况\n规章 3".utf8)),
        ("UTF-8 with mark", [0xEF, 0xBB, 0xBF] + Array("一、总体情况\n规章 3".utf8)),
        ("UTF-16 LE with mark", [0xFF, 0xFE] + utf16("一、总体情况\n规章 3", bigEndian: false)),
        ("UTF-16 BE with mark", [0xFE, 0xFF] + utf16("一、总体情况\n规章 3", bigEndian: true)),
        ("UTF-16 LE", utf16("一、总体情况\n规章 3", bigEndian: false)),
        ("UTF-16 BE", utf16("一、总体情况\n规章 3", bigEndian: true)),
        (
            "GB18030",
            [
                0xD2, 0xBB, 0xA1, 0xA2, 0xD7, 0xDC, 0xCC, 0xE5, 0xC7, 0xE9, 0xBF, 0xF6, 0x0A, 0xB9, 0xE6, 0xD5, 0xC2,
                0x20, 0x33,
            ]
        ),
    ]

    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? pair : pair.reversed()
        }
    }

    @Test("the same text is read from every encoding", arguments: samples)
    func encodings(_ encoding: (name: String, bytes: [UInt8])) throws {
        #expect(try read(encoding.bytes).outline == ["一、总体情况", "规章 3"])
    }

    @Test("GB18030 is read beyond GBK: four-byte characters")
    func fourByte() throws {
        // U+20000 is 95 32 82 36 in GB18030.
        #expect(try read([0xD2, 0xBB, 0x95, 0x32, 0x82, 0x36]).outline == ["一\u{20000}"])
    }

    @Test("a text cut inside its last character is read up to there and noted")
    func cut() throws {
        let whole = Array("年度报告".utf8)
        for missing in 1...2 {
            let document = try read(Array(whole.dropLast(missing)))
            #expect(document.outline == ["年度报"])
            #expect(document.noteCodes == ["cut_character"])
        }
    }

    @Test("bytes of no encoding are refused in words")
    func noEncoding() {
        #expect(refusal([0x41, 0xFF, 0x41, 0xFF, 0xFF]) == "unknown_encoding")
    }

    @Test("a few broken bytes are replaced and noted, in UTF-8 with and without a mark")
    func fewBroken() throws {
        let line = Array("本年度政府信息公开工作按照条例的要求有序开展共受理申请二十一件。".utf8)
        for start in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
            var bytes = start
            for _ in 0..<10 { bytes += line }
            let document = try read(bytes + [0x80] + line + [0xE6, 0x9C, 0x22] + line)
            #expect(document.outline.first?.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == 2)
            #expect(document.noteCodes == ["broken_characters"])
            #expect(document.notes.first?.message.contains("2处") == true)
            let worse = bytes + Array(repeating: [0x80], count: 20).flatMap { $0 + line.prefix(3) }
            #expect(refusal(worse) == "unknown_encoding")
        }
    }

    @Test("a few broken bytes are replaced in GBK too, and the figures beside them stay")
    func fewBrokenGBK() throws {
        let heading: [UInt8] = [0xD2, 0xBB, 0xA1, 0xA2, 0xD7, 0xDC, 0xCC, 0xE5, 0xC7, 0xE9, 0xBF, 0xF6, 0x0A]
        var bytes: [UInt8] = []
        for _ in 0..<40 { bytes += heading }
        let document = try read(bytes + [0x35, 0xFF, 0x37, 0x0A] + heading)
        #expect(document.outline == Array(repeating: "一、总体情况", count: 40) + ["5\u{FFFD}7", "一、总体情况"])
        #expect(document.noteCodes == ["broken_characters"])
        // A character cut at the end besides: both are told.
        #expect(try read(bytes + [0xFF, 0x0A, 0xD2]).noteCodes == ["cut_character", "broken_characters"])
    }

    @Test("replacement characters that stand in the text are not broken")
    func oldReplacements() throws {
        let document = try read("一、总体\u{FFFD}情况")
        #expect(document.outline == ["一、总体\u{FFFD}情况"])
        #expect(document.notes.isEmpty)
    }

    @Test("NUL bytes make a file binary")
    func binary() {
        #expect(refusal(Array("年度\0报告".utf8)) == "unknown_format")
    }

    @Test("an empty file and a file of blanks say so")
    func empty() {
        #expect(refusal([]) == "empty_file")
        #expect(refusal(Array(" \n\t\r\n".utf8)) == "empty_file")
    }

    @Test("a file over the byte limit is refused")
    func tooLarge() {
        var limits = ReadingLimits()
        limits.fileBytes = 10
        #expect(refusal(Array("0123456789".utf8), limits: limits) == nil)
        #expect(refusal(Array("01234567890".utf8), limits: limits) == "too_large")
    }

    @Test("the ending of the name makes text Markdown, and nothing else")
    func markdown() throws {
        #expect(try read("# 一、总体情况", name: "报告.md").format == .markdown)
        #expect(try read("# 一、总体情况", name: "报告.txt").format == .text)
        #expect(try read("<p>甲</p>", name: "报告.md").format == .markdown)
    }
}
