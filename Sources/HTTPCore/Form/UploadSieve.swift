/// Walks over a multipart body while it comes and takes out the contents of files beyond a rule.
///
/// It only cuts: the parts, their headers and the contents of all other parts stay as they came, for `Multipart` to read
/// when everything is there. What is malformed it leaves alone; the reader then says what is wrong. It finds parts as
/// `MultipartReader` does, each byte looked at once, whatever the pieces are.
struct UploadSieve {
    private enum State {
        /// Before the first boundary.
        case start
        /// After a boundary.
        case boundary
        /// In the headers of a part.
        case headers
        /// In the content of a part that is no file.
        case text
        /// In the content of a file that is kept so far.
        case file
        /// In the content of a file that is thrown away.
        case dropping
        /// After the last boundary: nothing that comes means anything.
        case end
        /// Malformed.
        case unreadable
    }

    /// The longest headers of a part that are looked at.
    static let headerBytes = 16 << 10

    /// The sizes of the files that were thrown away, by the place of their parts.
    private(set) var dropped: [Int: Int] = [:]
    private let rule: BodyRule.FileRule
    private let delimiter: ByteSearch
    private var state = State.start
    /// Where what the state looks at begins.
    private var mark = 0
    /// From where it has not been looked at.
    private var position = 0
    /// The place of the part; -1 before the first.
    private var part = -1
    /// The bytes of the files that are kept, those that are complete.
    private var keptBytes = 0
    /// What was taken out of the file that is thrown away.
    private var droppedBytes = 0

    private static let headersEnd = ByteSearch(Array("\r\n\r\n".utf8))

    /// A sieve; nil for a boundary that is none.
    init?(boundary: String, _ rule: BodyRule.FileRule) {
        guard Multipart.isBoundary(boundary) else { return nil }
        self.rule = rule
        delimiter = ByteSearch(Array("\r\n--\(boundary)".utf8))
    }

    /// Looks at what was appended since, and takes out what is not kept.
    mutating func sift(_ body: inout [UInt8]) {
        while step(&body) {}
    }

    /// One step; false where more must come first.
    private mutating func step(_ body: inout [UInt8]) -> Bool {
        switch state {
        case .start: return start(body)
        case .boundary: return boundary(body)
        case .headers: return headers(body)
        case .text, .file, .dropping: return content(&body)
        case .end:
            body.removeLast(body.count - mark)
            return false
        case .unreadable: return false
        }
    }

    private mutating func start(_ body: [UInt8]) -> Bool {
        let first = delimiter.pattern.dropFirst(2)
        guard body.count >= first.count else { return false }
        guard body.starts(with: first) else { return give(.unreadable) }
        return go(.boundary, from: first.count)
    }

    private mutating func boundary(_ body: [UInt8]) -> Bool {
        guard body.count >= mark + 2 else { return false }
        if Self.has("--", in: body, at: mark) { return go(.end, from: mark + 2) }
        while position < body.count, body[position] == 0x20 || body[position] == 0x09 { position += 1 }
        guard body.count >= position + 2 else { return false }
        guard Self.has("\r\n", in: body, at: position) else { return give(.unreadable) }
        part += 1
        return go(.headers, from: position + 2)
    }

    private mutating func headers(_ body: [UInt8]) -> Bool {
        guard body.count >= mark + 2 else { return false }
        // A part without headers names no field: the reader refuses it.
        if Self.has("\r\n", in: body, at: mark) { return give(.unreadable) }
        guard let end = Self.headersEnd.first(in: body, from: position) else {
            guard body.count - mark <= Self.headerBytes else { return give(.unreadable) }
            position = max(mark, body.count - 3)
            return false
        }
        let isFile = Self.isFile(body[mark..<end])
        mark = end + 4
        // The boundary may share its line break with the empty line.
        position = mark - 2
        state = isFile ? .file : .text
        return true
    }

    private mutating func content(_ body: inout [UInt8]) -> Bool {
        let found = delimiter.first(in: body, from: position)
        // What may still be the begin of a boundary is left alone.
        let sure = found ?? max(position, body.count - delimiter.pattern.count + 1)
        let count = max(0, sure - mark)
        if state == .file, count > rule.fileBytes || keptBytes + count > rule.filesBytes {
            state = .dropping
            droppedBytes = 0
        }
        var end = sure
        if state == .dropping, count > 0 {
            droppedBytes += count
            body.removeSubrange(mark..<sure)
            end = mark
        }
        position = end
        guard found != nil else { return false }
        switch state {
        case .file: keptBytes += count
        case .dropping: dropped[part] = droppedBytes
        default: break
        }
        return go(.boundary, from: end + delimiter.pattern.count)
    }

    private mutating func go(_ next: State, from place: Int) -> Bool {
        state = next
        mark = place
        position = place
        return true
    }

    private mutating func give(_ last: State) -> Bool {
        state = last
        return false
    }

    private static func has(_ text: StaticString, in body: [UInt8], at place: Int) -> Bool {
        text.withUTF8Buffer { body[place..<place + $0.count].elementsEqual($0) }
    }

    private static func isFile(_ block: ArraySlice<UInt8>) -> Bool {
        var rest = block
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0D }
            rest = rest.dropFirst(line.count + 2)
            guard let header = try? MultipartReader.header(line), header.name == "content-disposition" else { continue }
            let parameters = HeaderParameters(header.value)
            return parameters.count(of: "filename") + parameters.count(of: "filename*") > 0
        }
        return false
    }
}
