import HTTPCore
import TestSupport
import Testing

@Suite("Forms with files")
struct MultipartTests {
    private static func body(_ parts: [(headers: String, content: String)], boundary: String = "BOUND") -> [UInt8] {
        var text = ""
        for part in parts { text += "--\(boundary)\r\n\(part.headers)\r\n\r\n\(part.content)\r\n" }
        return Array((text + "--\(boundary)--\r\n").utf8)
    }

    private static func disposition(_ rest: String) -> String { "Content-Disposition: form-data; \(rest)" }

    @Test("fields and files are told apart and keep their order and bytes")
    func fieldsAndFiles() throws {
        let form = try Multipart(
            Self.body([
                (Self.disposition("name=\"note\""), "说明\r\n--BOUN"),
                (
                    Self.disposition("name=\"file\"; filename=\"年报.docx\"") + "\r\nContent-Type: application/zip",
                    "PK\r\n\r\n--\0x"
                ),
                (Self.disposition("name=\"file\"; filename=\"\"") + "\r\nContent-Type: application/octet-stream", ""),
            ]), boundary: "BOUND")
        #expect(form.parts.map(\.name) == ["note", "file", "file"])
        #expect(try form["note"]?.text() == "说明\r\n--BOUN")
        #expect(form["note"]?.fileName == nil)
        #expect(form.files.map(\.fileName) == ["年报.docx"])
        #expect(form.files.first?.contentType == "application/zip")
        #expect(form.files.first.map { Array($0.content) } == Array("PK\r\n\r\n--\0x".utf8))
        #expect(form.all("file").count == 2)
        #expect(form.all("file").last?.content.isEmpty == true)
    }

    @Test(
        "a file's name is read in every form browsers write and never keeps a folder",
        arguments: [
            ("filename=\"a.pdf\"", "a.pdf"), ("filename=a.pdf", "a.pdf"), ("FileName=\"a.pdf\"", "a.pdf"),
            ("filename=\"报告%22终稿%22.pdf\"", "报告\"终稿\".pdf"), ("filename=\"100%.pdf\"", "100%.pdf"),
            (#"filename="say \"hi\".txt""#, "say \"hi\".txt"), (#"filename="C:\Users\test\年报.doc""#, "年报.doc"),
            ("filename=\"../../etc/passwd\"", "passwd"), ("filename=\"..\"", ""), ("filename=\"a/\"", ""),
            ("filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf", "年报.pdf"),
            ("filename=\"x.pdf\"; filename*=utf-8'zh'%E5%B9%B4%E6%8A%A5.pdf", "年报.pdf"),
            ("filename*=UTF-8''..%2F..%2Fa.pdf", "a.pdf"), ("filename=\"a;b=c.pdf\"", "a;b=c.pdf"),
        ])
    func fileNames(parameter: String, name: String) throws {
        let form = try Multipart(Self.body([(Self.disposition("name=f; \(parameter)"), "x")]), boundary: "BOUND")
        #expect(form.parts.first?.fileName == name)
    }

    @Test(
        "a body that breaks the form is refused",
        arguments: [
            ("", .malformedMultipart), ("--BOUN", .malformedMultipart), ("--BOUND", .malformedMultipart),
            ("--BOUND\r\n", .malformedMultipart), ("x\r\n--BOUND--", .malformedMultipart),
            ("--BOUND\nContent-Disposition: form-data; name=a\n\nx\n--BOUND--", .malformedMultipart),
            ("--BOUND\r\nContent-Disposition: form-data; name=a\r\n\r\nx", .malformedMultipart),
            ("--BOUND\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--BOUNDx", .malformedMultipart),
            ("--BOUND\r\nContent-Disposition: form-data\r\n\r\nx\r\n--BOUND--", .malformedMultipart),
            ("--BOUND\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--BOUND--", .malformedMultipart),
            ("--BOUND\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--BOUND--", .malformedMultipart),
            ("--BOUND\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--BOUND--", .malformedMultipart),
            ("--BOUND\r\nno colon\r\n\r\nx\r\n--BOUND--", .malformedMultipart),
            ("--BOUND\r\nA B: c\r\n\r\nx\r\n--BOUND--", .malformedMultipart),
            ("--BOUND\r\nContent-Disposition: form-data; name=a\u{1}\r\n\r\nx\r\n--BOUND--", .forbiddenCharacter),
            (
                "--BOUND\r\nContent-Disposition: form-data; name=a; filename*=GBK''a\r\n\r\nx\r\n--BOUND--",
                .malformedMultipart
            ),
            (
                "--BOUND\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%00\r\n\r\nx\r\n--BOUND--",
                .forbiddenCharacter
            ),
            (
                "--BOUND\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%0A\r\n\r\nx\r\n--BOUND--",
                .forbiddenCharacter
            ),
            (
                "--BOUND\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%C0%AE\r\n\r\nx\r\n--BOUND--",
                .invalidUTF8
            ),
        ] as [(String, RequestError.Code)])
    func malformed(text: String, code: RequestError.Code) {
        let error = #expect(throws: RequestError.self) { try Multipart(Array(text.utf8), boundary: "BOUND") }
        #expect(error?.code == code)
    }

    @Test("a field that is no text is refused, a file may be anything")
    func noText() throws {
        func body(_ more: String) -> [UInt8] {
            Array("--BOUND\r\nContent-Disposition: form-data; name=a\(more)\r\n\r\n".utf8) + [0xFF, 0xFE]
                + Array("\r\n--BOUND--".utf8)
        }
        #expect(throws: RequestError(.invalidUTF8, in: "part")) { try Multipart(body(""), boundary: "BOUND") }
        #expect(try Multipart(body("; filename=x"), boundary: "BOUND")["a"]?.content == [0xFF, 0xFE])
    }

    @Test("a boundary that is none is refused", arguments: ["", "\u{7}", "界", String(repeating: "b", count: 71)])
    func badBoundary(boundary: String) {
        #expect(throws: RequestError(.malformedMultipart, in: "boundary")) { try Multipart([], boundary: boundary) }
    }

    @Test("limits hold at their edge")
    func limits() throws {
        let limits = MultipartLimits(parts: 2, headerBytes: 64, partBytes: 4, nameBytes: 3, fileNameBytes: 5)
        func read(_ parts: [(headers: String, content: String)]) throws -> Int {
            try Multipart(Self.body(parts), boundary: "BOUND", limits: limits).parts.count
        }
        let small = (headers: Self.disposition("name=abc"), content: "1234")
        #expect(try read([small, small]) == 2)
        #expect(throws: RequestError(.tooManyParts, in: "body")) { try read([small, small, small]) }
        #expect(throws: RequestError(.partTooLarge, in: "part", limit: 4)) { try read([(small.headers, "12345")]) }
        #expect(throws: RequestError(.fieldTooLong, in: "name")) { try read([(Self.disposition("name=abcd"), "")]) }
        #expect(throws: RequestError(.fieldTooLong, in: "filename")) {
            try read([(Self.disposition("name=a; filename=123456"), "")])
        }
        #expect(throws: RequestError(.headersTooLarge, in: "part")) {
            try read([(small.headers + "\r\nX: " + String(repeating: "y", count: 60), "")])
        }
    }

    @Test("whatever files hold, they come out byte for byte")
    func roundTrip() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let contents = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                random.bytes(upTo: 60, mostlyFrom: "\r\n--\r\n--WORLD-")
            }
            var body: [UInt8] = []
            for content in contents {
                body +=
                    Array("--WORLD9\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n".utf8) + content + [
                        13, 10,
                    ]
            }
            body += Array("--WORLD9--".utf8)
            let form = try Multipart(body, boundary: "WORLD9")
            #expect(form.parts.map { Array($0.content) } == contents, "seed \(seed)")
        }
    }

    @Test("a damaged body is read or refused, never worse")
    func damaged() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let whole = Self.body([
            (Self.disposition("name=a; filename=\"b\""), "content"), (Self.disposition("name=c"), "more"),
        ])
        var refused = 0
        for _ in 0..<3_000 {
            let body = random.damaged(whole)
            if let form = try? Multipart(body, boundary: "BOUND") {
                #expect(form.parts.reduce(0) { $0 + $1.content.count } <= body.count, "seed \(seed)")
            } else {
                refused += 1
            }
        }
        #expect(refused > 0, "seed \(seed)")
    }
}
