import DocumentReading
import Foundation
import ReaderProcess
import TestSupport
import Testing

@Suite("documents of a folder")
struct FolderListingTests {
    let folder = TemporaryFolder()

    private func names(_ path: String? = nil) throws -> [String] {
        try FolderListing(DocumentPath(path ?? folder.path)).entries.map(\.name)
    }

    @Test("a folder gives its documents and archives and those in its folders, sorted")
    func sorted() throws {
        for name in ["甲.txt", "乙/年报.DOCX", "乙/.藏.txt", "乙/图.png", "乙/~$年报.docx", "丁.ZIP", ".隐/年报.txt"] {
            try folder.write("年报", to: name)
        }
        #expect(try names() == ["丁.ZIP", "乙/年报.DOCX", "甲.txt"])
        #expect(try names(folder.path + "/") == names())
    }

    @Test("links to folders are not followed, so that a circle ends")
    func circle() throws {
        try folder.write("年报", to: "乙/甲.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.file("乙/圈"), withDestinationPath: folder.path)
        #expect(try names() == ["乙/甲.txt"])
    }

    @Test("folders may lie as deep as the system lets them")
    func deep() throws {
        let path = String(repeating: "a/", count: 200) + "甲.txt"
        try folder.write("年报", to: path)
        #expect(try names() == [path])
    }

    @Test("a name that is not UTF-8 is shown in GB18030 and can be opened")
    func foreignName() throws {
        let name: [UInt8] = [0xC4, 0xEA, 0xB1, 0xA8, 0x2E, 0x74, 0x78, 0x74]
        let path = Array((folder.path + "/").utf8) + name
        let made = (path + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { fopen($0.baseAddress, "w") }
        }
        let file = try #require(made)
        fputs("报告", file)
        fclose(file)
        let entry = try #require(try FolderListing(DocumentPath(folder.path)).entries.first)
        #expect(entry.name == "年报.txt")
        #expect(try DocumentFile.bytes(of: entry.path, limit: 100) == Array("报告".utf8))
        #expect(try DocumentPath(path).name == "年报.txt")
    }

    @Test("a folder that is not there, or is a file, is refused")
    func absent() throws {
        try folder.write("年报", to: "甲.txt")
        for path in ["没有", "甲.txt"] {
            let error = #expect(throws: DocumentError.self) { try names(folder.file(path)) }
            #expect(error?.code == "not_found")
        }
        #expect(try DocumentPath(folder.path).isFolder)
        #expect(try !DocumentPath(folder.file("甲.txt")).isFolder)
    }

    @Test(
        "no path is empty or holds a zero; none is cut there and taken for another file",
        arguments: [[], [0x61, 0x00, 0x62]] as [[UInt8]])
    func noPath(bytes: [UInt8]) {
        let error = #expect(throws: DocumentError.self) { try DocumentPath(bytes) }
        #expect(error?.code == "not_found")
    }

    @Test(
        "a document is called by the last part of its path",
        arguments: [("/a/乙.txt", "乙.txt"), ("乙.txt", "乙.txt"), ("/a/乙/", "乙"), ("/a//乙//", "乙"), ("/", "")])
    func name(path: String, name: String) throws {
        #expect(try DocumentPath(path).name == name)
    }
}
