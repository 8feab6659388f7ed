/// Walks over a multipart body once.
struct MultipartReader {
    private let body: [UInt8]
    private let limits: MultipartLimits
    private let dropped: [Int: Int]
    private let delimiter: ByteSearch
    private var position = 0

    init(body: [UInt8], boundary: String, limits: MultipartLimits, dropped: [Int: Int]) {
        self.body = body
        self.limits = limits
        self.dropped = dropped
        delimiter = ByteSearch(Array("\r\n--\(boundary)".utf8))
    }

    mutating func parts() throws(RequestError) -> [Multipart.Part] {
        try skipFirstBoundary()
        var parts: [Multipart.Part] = []
        while try !isAtEnd() {
            guard parts.count < limits.parts else { throw RequestError(.tooManyParts, in: "body") }
            let headers = try readHeaders()
            parts.append(try readPart(headers, droppedBytes: dropped[parts.count]))
        }
        return parts
    }

    /// The first boundary stands at the start, without a line break before it. Browsers write nothing before it, and
    /// neither may anyone else here.
    private mutating func skipFirstBoundary() throws(RequestError) {
        let first = delimiter.pattern.dropFirst(2)
        guard body.starts(with: first) else { throw RequestError(.malformedMultipart, in: "boundary") }
        position = first.count
    }

    /// After a boundary: `--` ends the body, a line break begins a part.
    private mutating func isAtEnd() throws(RequestError) -> Bool {
        if has("--") { return true }
        while position < body.count, body[position] == 0x20 || body[position] == 0x09 { position += 1 }
        guard has("\r\n") else { throw RequestError(.malformedMultipart, in: "boundary") }
        position += 2
        return false
    }

    private func has(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= body.count else { return false }
        return text.withUTF8Buffer { body[position..<position + $0.count].elementsEqual($0) }
    }

    private mutating func readHeaders() throws(RequestError) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        let start = position
        while true {
            let lineStart = position
            while !has("\r\n") {
                guard position < body.count else { throw RequestError(.malformedMultipart, in: "headers") }
                guard position - start < limits.headerBytes else { throw RequestError(.headersTooLarge, in: "part") }
                position += 1
            }
            let line = body[lineStart..<position]
            position += 2
            if line.isEmpty { return headers }
            headers.append(try Self.header(line))
        }
    }

    static func header(_ line: ArraySlice<UInt8>) throws(RequestError) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            throw RequestError(.malformedMultipart, in: "headers")
        }
        let name = String(decoding: line[..<colon].map(Headers.lowered), as: UTF8.self)
        guard Headers.isToken(name) else { throw RequestError(.malformedMultipart, in: "headers") }
        let value = line[(colon + 1)...]
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw RequestError(.forbiddenCharacter, in: "headers")
        }
        guard let text = String(validating: value, as: UTF8.self) else {
            throw RequestError(.invalidUTF8, in: "headers")
        }
        return (name, String(Substring(text).trimmedBlanks))
    }

    private mutating func readPart(
        _ headers: [(name: String, value: String)], droppedBytes: Int?
    ) throws(RequestError) -> Multipart.Part {
        let dispositions = headers.filter { $0.name == "content-disposition" }
        let disposition = HeaderParameters(dispositions.first?.value ?? "")
        guard dispositions.count == 1, disposition.value == "form-data", disposition.count(of: "name") == 1,
            let name = disposition["name"]
        else { throw RequestError(.malformedMultipart, in: "name") }
        guard name.utf8.count <= limits.nameBytes else { throw RequestError(.fieldTooLong, in: "name") }
        // An empty part may have its boundary directly after the empty line, which then shares its line break.
        guard let end = delimiter.first(in: body, from: max(0, position - 2)) else {
            throw RequestError(.malformedMultipart, in: "end")
        }
        let content = body[min(position, end)..<end]
        guard content.count <= limits.partBytes else {
            throw RequestError(.partTooLarge, in: "part", limit: limits.partBytes)
        }
        position = end + delimiter.pattern.count
        let fileName = try fileName(disposition)
        // What is no file is text.
        guard fileName != nil || String(validating: content, as: UTF8.self) != nil else {
            throw RequestError(.invalidUTF8, in: "part")
        }
        return Multipart.Part(
            name: name, fileName: fileName,
            contentType: headers.first { $0.name == "content-type" }?.value, content: content,
            droppedBytes: fileName == nil ? nil : droppedBytes)
    }

    private func fileName(_ disposition: HeaderParameters) throws(RequestError) -> String? {
        let name: String
        if let extended = disposition["filename*"] {
            name = try Self.extended(extended)
        } else if let plain = disposition["filename"] {
            name = Self.readable(plain)
        } else {
            return nil
        }
        guard name.utf8.count <= limits.fileNameBytes else { throw RequestError(.fieldTooLong, in: "filename") }
        guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw RequestError(.forbiddenCharacter, in: "filename")
        }
        let last = name.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
        }
        .last.map { String(Substring($0)) }
        return last == "." || last == ".." ? "" : last
    }

    /// `UTF-8''%E6%8A%A5.docx`. Source: RFC 8187.
    private static func extended(_ text: String) throws(RequestError) -> String {
        let pieces = text.utf8.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3, Headers.isSame(String(Substring(pieces[0])), "UTF-8") else {
            throw RequestError(.malformedMultipart, in: "filename")
        }
        return try PercentEncoding.decode(pieces[2], in: "filename")
    }

    /// Browsers write `"` as `%22` in a plain file name and leave every other `%` as it is.
    /// Source: the form encoding of the HTML standard.
    private static func readable(_ name: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(name.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.starts(with: "22".utf8) {
                rest = rest.dropFirst(2)
                bytes.append(UInt8(ascii: "\""))
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
