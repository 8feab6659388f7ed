import HTTPCore
import TestSupport
import Testing

@Suite("Bodies while they come")
struct IncomingBodyTests {
    private static let type = "multipart/form-data; boundary=WORLD9"

    private struct Sent {
        var head: String
        var content: [UInt8]
    }

    private static func bytes(_ parts: [Sent]) -> [UInt8] {
        parts.flatMap {
            Array("--WORLD9\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n".utf8) + $0.content + [13, 10]
        }
            + Array("--WORLD9--\r\n".utf8)
    }

    private static func file(_ name: String, _ count: Int) -> Sent {
        Sent(head: "name=files; filename=\"\(name)\"", content: [UInt8](repeating: 65, count: count))
    }

    private static func text(_ text: String) -> Sent { Sent(head: "name=note", content: Array(text.utf8)) }

    /// Sends a body in pieces; gives what is held after it, or nil where it was refused.
    private static func send(
        _ bytes: [UInt8], pieces: () -> Int, files: BodyRule.FileRule?, kept: Int = 1 << 20, most: Int = 1 << 24,
        each: (IncomingBody) -> Void = { _ in }
    ) -> IncomingBody? {
        var body = IncomingBody(BodyRule(bytes: kept, files: files), contentType: type, maximumReceivedBytes: most)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(max(1, pieces()))
            rest = rest.dropFirst(piece.count)
            guard piece.withUnsafeBytes({ body.append($0) }) else { return nil }
            each(body)
        }
        return body
    }

    @Test("files beyond the rule are thrown away wherever the pieces are cut, and all else stays to the byte")
    func oracle() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let parts = (0..<Int.random(in: 1...6, using: &random)).map { number -> Sent in
                let content = random.bytes(upTo: 70, mostlyFrom: "\r\n--\r\n--WORLD-")
                guard Bool.random(using: &random) else {
                    return Sent(head: "name=t", content: content.map { $0 & 0x7F })
                }
                return Sent(head: "name=f; filename=\"\(number)\"", content: content)
            }
            let whole = Self.bytes(parts)
            let rule = BodyRule.FileRule(
                fileBytes: Int.random(in: 0...60, using: &random), filesBytes: Int.random(in: 0...120, using: &random))
            let size = Int.random(in: 1...90, using: &random)
            let sifted = try #require(
                Self.send(whole, pieces: { Int.random(in: 1...size, using: &random) }, files: rule), "seed \(seed)")
            // What is said of parts is counted here in another way: over the whole body, when everything is there.
            let read = try Multipart(whole, boundary: "WORLD9").parts
            var together = 0
            var expected: [(content: [UInt8], dropped: Int?)] = []
            for part in read {
                let isTooLarge = part.content.count > rule.fileBytes || together + part.content.count > rule.filesBytes
                guard part.fileName != nil, isTooLarge else {
                    expected.append((Array(part.content), nil))
                    together += part.fileName == nil ? 0 : part.content.count
                    continue
                }
                expected.append(([], part.content.count))
            }
            let form = try Multipart(sifted.bytes, boundary: "WORLD9", dropped: sifted.droppedFiles)
            #expect(form.parts.map { Array($0.content) } == expected.map(\.content), "seed \(seed)")
            #expect(form.parts.map(\.droppedBytes) == expected.map(\.dropped), "seed \(seed)")
            #expect(form.parts.map(\.name) == read.map(\.name) && sifted.receivedBytes == whole.count, "seed \(seed)")
        }
    }

    @Test("however large a file is, no more is held than the rule allows and one piece")
    func bounded() throws {
        let body = Self.bytes([Self.text("说明"), Self.file("大.pdf", 3_000_000), Self.file("小.pdf", 900), Self.text("完")])
        let files = BodyRule.FileRule(fileBytes: 1_000, filesBytes: 2_000)
        var most = 0
        let held = try #require(
            Self.send(body, pieces: { 4_096 }, files: files, kept: 8_000) { most = max(most, $0.bytes.count) })
        #expect(most <= 8_000 && held.receivedBytes == body.count)
        let form = try Multipart(held.bytes, boundary: "WORLD9", dropped: held.droppedFiles)
        #expect(form.files.map(\.droppedBytes) == [3_000_000, nil] && form.files.map(\.content.count) == [0, 900])
        #expect(try form.all("note").map { try $0.text() } == ["说明", "完"])
    }

    @Test("files that have no room beside the others are thrown away, those before them stay")
    func together() throws {
        let body = Self.bytes([Self.file("1", 600), Self.file("2", 600), Self.file("3", 300), Self.file("4", 1)])
        let held = try #require(
            Self.send(body, pieces: { 64 }, files: BodyRule.FileRule(fileBytes: 1_000, filesBytes: 900)))
        #expect(held.droppedFiles == [1: 600, 3: 1])
    }

    @Test("a body over the hard limit is refused, and so is text that passes what is kept")
    func refused() {
        let files = BodyRule.FileRule(fileBytes: 10, filesBytes: 20)
        let body = Self.bytes([Self.file("大", 5_000)])
        #expect(Self.send(body, pieces: { 100 }, files: files, kept: 1_000, most: body.count) != nil)
        #expect(Self.send(body, pieces: { 100 }, files: files, kept: 1_000, most: body.count - 1) == nil)
        #expect(Self.send(body, pieces: { 100 }, files: nil, kept: 1_000, most: 1 << 20) == nil)
        let text = Self.bytes([Self.text(String(repeating: "a", count: 5_000))])
        #expect(Self.send(text, pieces: { 100 }, files: files, kept: 1_000, most: 1 << 20) == nil)
    }

    @Test("a body of another kind is taken whole or not at all")
    func otherKinds() {
        let rule = BodyRule(bytes: 100, files: .init(fileBytes: 10, filesBytes: 20))
        for type in [nil, "application/json", "multipart/form-data", "multipart/form-data; boundary=\"\""] {
            var body = IncomingBody(rule, contentType: type, maximumReceivedBytes: 10_000)
            #expect(body.limit == 100)
            let bytes = [UInt8](repeating: 0x2D, count: 60)
            #expect(bytes.withUnsafeBytes { body.append($0) } && body.bytes == bytes && body.droppedFiles.isEmpty)
            #expect(!bytes.withUnsafeBytes { body.append($0) })
        }
    }

    @Test("a damaged body is passed on as it came where nothing in it is thrown away, and never worse")
    func damaged() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let whole = Self.bytes([Self.file("a", 40), Self.text("more"), Self.file("b", 9)])
        let (wide, narrow) = (
            BodyRule.FileRule(fileBytes: 1_000, filesBytes: 1_000), BodyRule.FileRule(fileBytes: 8, filesBytes: 8)
        )
        for _ in 0..<2_000 {
            let body = random.damaged(whole)
            let held = Self.send(body, pieces: { Int.random(in: 1...40, using: &random) }, files: wide)
            // What stands after the last boundary means nothing and is not kept.
            #expect(held.map { body.starts(with: $0.bytes) } == true, "seed \(seed)")
            let read = (try? Multipart(body, boundary: "WORLD9"))?.parts.map { Array($0.content) }
            let again = held.flatMap { try? Multipart($0.bytes, boundary: "WORLD9") }?.parts.map { Array($0.content) }
            #expect(read == again, "seed \(seed)")
            #expect(Self.send(body, pieces: { 7 }, files: narrow).map { $0.bytes.count <= body.count } == true)
        }
    }
}
