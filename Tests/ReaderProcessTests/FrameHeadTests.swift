import Testing

@testable import ReaderProcess

@Suite("messages between parent and child")
struct FrameHeadTests {
    @Test("a head reads back as written", arguments: [(0, 0), (1, 255), (256, 65_536), (65_535, 1 << 31)])
    func roundTrip(name: Int, body: Int) {
        let head = FrameHead(kind: .report, nameLength: name, bodyLength: body)
        #expect(FrameHead(head.bytes, longestName: 1 << 16, longestBody: 1 << 31) == head)
    }

    @Test("a head with a foreign mark, an unknown kind or a length beyond what is allowed is none")
    func refused() {
        let good = FrameHead(kind: .report, nameLength: 4, bodyLength: 10).bytes
        #expect(FrameHead(good, longestName: 4, longestBody: 10) != nil)
        #expect(FrameHead(good, longestName: 3, longestBody: 10) == nil)
        #expect(FrameHead(good, longestName: 4, longestBody: 9) == nil)
        #expect(FrameHead(Array(good.dropLast()), longestName: 4, longestBody: 10) == nil)
        for index in 0..<4 {
            var bad = good
            bad[index] = 0xFF
            #expect(FrameHead(bad, longestName: 4, longestBody: 10) == nil)
        }
        var negative = good
        negative[15] = 0xFF
        #expect(FrameHead(negative, longestName: 4, longestBody: .max) == nil)
    }

    @Test(
        "only text and Markdown are left out of the count of documents read by libraries",
        arguments: [
            ("a.txt", Array("总体情况".utf8), false), ("a.md", Array("# 总体情况".utf8), false),
            ("a", Array("2 < 3".utf8), false),
            ("a.md", Array("表：\n<table>".utf8), true), ("a.txt", Array("PK\u{3}\u{4}".utf8), true),
            ("a.txt", Array(" \n<!DOCTYPE html>".utf8), true), ("a.txt", [0xFF, 0xFE, 0x3C, 0x00], true),
            ("a.txt", [0xEF, 0xBB, 0xBF, 0x3C], true), ("a.txt", Array("junk %PDF-1.7".utf8), true),
            ("a.html", Array("正文".utf8), true), ("A.SHTML", Array("正文".utf8), true),
            ("a.txt", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], true), ("a.txt", [], false),
        ])
    func libraries(name: String, bytes: [UInt8], expected: Bool) {
        #expect(LibraryFormats.mayBe(name: name, bytes: bytes) == expected)
    }
}
