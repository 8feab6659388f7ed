/// What may stand in the interpolations of an `HTML` literal, and how each is escaped.
public struct HTMLInterpolation: StringInterpolationProtocol, Sendable {
    var writer: ByteWriter

    /// Makes room for the literal pieces and a guess for the values.
    public init(literalCapacity: Int, interpolationCount: Int) {
        writer = ByteWriter(capacity: literalCapacity + interpolationCount * 24)
    }

    /// A literal piece, as it stands.
    public mutating func appendLiteral(_ literal: StaticString) {
        writer.write(literal)
    }

    /// Text, escaped for element content and quoted attribute values alike.
    public mutating func appendInterpolation(_ text: String) {
        writer.write(escaping: text)
    }

    /// A piece of text, escaped.
    public mutating func appendInterpolation(_ text: Substring) {
        writer.write(escaping: String(text))
    }

    /// Text that may be missing: nothing is written for `nil`.
    public mutating func appendInterpolation(_ text: String?) {
        if let text { writer.write(escaping: text) }
    }

    /// A whole number in plain digits.
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
        writer.write(integer: number)
    }

    /// A piece that is already markup.
    public mutating func appendInterpolation(_ html: HTML) {
        writer.write(bytes: html.writer.bytes)
    }

    /// A piece that may be missing: nothing is written for `nil`.
    public mutating func appendInterpolation(_ html: HTML?) {
        if let html { writer.write(bytes: html.writer.bytes) }
    }

    /// Pieces one after the other.
    public mutating func appendInterpolation(_ pieces: [HTML]) {
        for piece in pieces { writer.write(bytes: piece.writer.bytes) }
    }

    /// A piece written only under a condition, as in `<input type="checkbox"\(" checked", if: isOn)>`.
    public mutating func appendInterpolation(_ html: @autoclosure () -> HTML, if condition: Bool) {
        if condition { writer.write(bytes: html().writer.bytes) }
    }

    /// Markup from a literal in the source, as it stands. A `String` cannot be passed here.
    public mutating func appendInterpolation(raw literal: StaticString) {
        writer.write(literal)
    }
}
