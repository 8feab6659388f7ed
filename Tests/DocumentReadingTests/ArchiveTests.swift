import DocumentReading
import Foundation
import TestSupport
import Testing

@Suite("Folders and zips of documents")
struct ArchiveTests {
    static let report = Array("一、总体情况".utf8)

    func zip(_ names: [String]) -> [UInt8] {
        var zip = ZipBuilder()
        for name in names { zip.add(name, Self.report) }
        return zip.bytes()
    }

    /// The code of a refusal while listing or reading all of an archive.
    func refusal(_ bytes: [UInt8], _ limits: ReadingLimits) -> String? {
        do throws(DocumentError) {
            let archive = try DocumentArchive(bytes: bytes, limits: limits)
            for entry in archive.entries { _ = try archive.bytes(of: entry) }
            return nil
        } catch {
            return error.code
        }
    }

    @Test("documents are listed by name; folders, hidden files, lock files and foreign files are left out")
    func listing() throws {
        let bytes = zip(["乙/年报.txt", "甲.docx", "__MACOSX/甲.docx", ".DS_Store", "~$甲.docx", "照片.jpg", "../../etc/丙.txt"])
        let archive = try DocumentArchive(bytes: bytes)
        #expect(archive.entries.map(\.name) == ["etc/丙.txt", "乙/年报.txt", "甲.docx"])
        #expect(try archive.bytes(of: archive.entries[1]) == Self.report)
    }

    @Test("names packed on an old Windows system are read as GB18030")
    func oldNames() throws {
        var zip = ZipBuilder()
        // 一.txt, whose first two bytes would pass for UTF-8, and 规章.txt.
        zip.add(rawName: [0xD2, 0xBB, 0x2E, 0x74, 0x78, 0x74], Self.report)
        zip.add(rawName: [0xB9, 0xE6, 0xD5, 0xC2, 0x2E, 0x74, 0x78, 0x74], Self.report)
        #expect(try DocumentArchive(bytes: zip.bytes()).entries.map(\.name) == ["一.txt", "规章.txt"])
    }

    @Test("a zip inside is opened one level deep")
    func nested() throws {
        var inner = ZipBuilder()
        inner.add("里.txt", Self.report)
        inner.add("更里.zip", zip(["看不见.txt"]))
        var outer = ZipBuilder()
        outer.add("外.txt", "外")
        outer.add("包.zip", inner.bytes())
        let archive = try DocumentArchive(bytes: outer.bytes())
        #expect(archive.entries.map(\.name) == ["包.zip/里.txt", "外.txt"])
        #expect(try archive.bytes(of: archive.entries[0]) == Self.report)
    }

    @Test("a docx is no archive, a zip of documents is, and read as one document it is refused in words")
    func kinds() {
        let docx = DocxBuilder(body: DocxBuilder.paragraph("甲")).bytes()
        #expect(!DocumentArchive.isArchive(docx))
        #expect(!DocumentArchive.isArchive(Self.report))
        #expect(DocumentArchive.isArchive(zip(["甲.txt"])))
        #expect(DocumentReadingTests.refusal(zip(["甲.txt"])) == "is_archive")
    }

    @Test("files, bytes and ratio of an archive are limited")
    func limits() {
        var limits = ReadingLimits()
        limits.archiveFiles = 2
        #expect(refusal(zip(["a.txt", "b.txt"]), limits) == nil)
        #expect(refusal(zip(["a.txt", "b.txt", "c.txt"]), limits) == "too_many_files")
        var bomb = ZipBuilder()
        bomb.add("a.txt", [UInt8](repeating: 0x30, count: 4 << 20))
        #expect(refusal(bomb.bytes(), ReadingLimits()) == "suspicious_ratio")
        limits.unpackedRatio = 1 << 20
        #expect(refusal(bomb.bytes(), limits) == nil)
        limits.unpackedBytes = 1 << 20
        #expect(refusal(bomb.bytes(), limits) == "unpacked_too_large")
        limits.fileBytes = 1 << 20
        #expect(refusal(bomb.bytes(), limits) == "too_large")
    }

    @Test("a damaged zip says so")
    func damaged() {
        let bytes = zip(["a.txt"])
        #expect(refusal(Array(bytes.dropLast(10)), ReadingLimits()) == "damaged")
    }

    @Test(
        "a name is shown as what it is written in",
        arguments: [
            (Array("年报.txt".utf8), "年报.txt"), ([0xC4, 0xEA, 0xB1, 0xA8, 0x2E, 0x74, 0x78, 0x74], "年报.txt"),
            (Array("plain.txt".utf8), "plain.txt"), ([0xFF, 0xFF], "?"),
        ])
    func names(bytes: [UInt8], shown: String) {
        #expect(DocumentName.shown(bytes) == shown)
    }
}
