/// A piece of a page that is safe to send, as UTF-8 bytes.
///
/// It is made from literals with interpolation, and the type decides about escaping: text is escaped, `HTML` is not.
///
/// ```swift
/// let row: HTML = "<td title=\"\(note)\">\(office.name)</td>"
/// let table: HTML = "<table>\(rows.map { "<tr>\($0.cells)</tr>" })</table>"
/// ```
///
/// The same escaping serves text and quoted attribute values, so attribute values are always written in quotes.
/// There is no way from a `String` known only at run time to markup that is not escaped.
public struct HTML: Sendable, Equatable {
    var writer: ByteWriter

    /// A piece with nothing in it.
    public static let empty = HTML(writer: ByteWriter())

    init(writer: ByteWriter) {
        self.writer = writer
    }

    /// An empty piece with room for so many bytes before it has to grow.
    public init(capacity: Int) {
        writer = ByteWriter(capacity: capacity)
    }

    /// The piece itself; lets a literal be written as `HTML("<p>…</p>")`.
    public init(_ html: HTML) {
        self = html
    }

    /// Text, escaped.
    public init(text: String) {
        writer = ByteWriter(capacity: text.utf8.count + 16)
        writer.write(escaping: text)
    }

    /// Appends text, escaped; the bytes are UTF-8.
    public mutating func append(text bytes: UnsafeBufferPointer<UInt8>) {
        writer.write(escaping: bytes)
    }

    /// Appends a literal as it stands, without making a piece of it first.
    public mutating func write(_ literal: StaticString) {
        writer.write(literal)
    }

    /// Appends text, escaped.
    public mutating func write(text: String) {
        writer.write(escaping: text)
    }

    /// Appends a whole number in plain digits.
    public mutating func write(integer: some BinaryInteger) {
        writer.write(integer: integer)
    }

    /// How many bytes were written.
    public var count: Int { writer.count }

    /// The page as bytes, ready for a response.
    public var bytes: [UInt8] { writer.bytes }

    /// The page as text, mostly for tests.
    public var text: String { writer.text }

    /// Whether nothing was written.
    public var isEmpty: Bool { writer.count == 0 }

    /// Both pieces, one after the other.
    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }

    /// Appends a piece.
    public static func += (left: inout HTML, right: HTML) {
        left.writer.write(bytes: right.writer.bytes)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// A literal without interpolation is taken as it stands.
    public init(stringLiteral value: StaticString) {
        var writer = ByteWriter()
        writer.write(value)
        self.writer = writer
    }

    /// A literal with interpolations, each escaped by its type.
    public init(stringInterpolation: HTMLInterpolation) {
        writer = stringInterpolation.writer
    }
}

extension Sequence where Element == HTML {
    /// The pieces one after the other with `separator` between them.
    public func joined(separator: HTML = .empty) -> HTML {
        var sum = HTML.empty
        var isFirst = true
        for piece in self {
            if !isFirst { sum += separator }
            sum += piece
            isFirst = false
        }
        return sum
    }
}
