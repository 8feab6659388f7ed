/// Writes JSON straight to bytes, without a tree in between.
///
/// ```swift
/// var json = JSONWriter(form: .compact)
/// json.object {
///     $0.member("year", 2024)
///     $0.array("cells") { $0.string("…") }
/// }
/// let bytes = json.finish()
/// ```
///
/// A nesting that is no JSON (a value without its key, two documents in one, an array closed as an object) is an
/// error of the program, not of its input, and stops it. Nothing read from outside can cause one.
public struct JSONWriter: Sendable {
    /// How the text is laid out.
    public enum Form: Sendable {
        /// One line without blanks.
        case compact
        /// Two blanks a level and one member a line, for people.
        case pretty
    }

    private struct Level {
        var isObject: Bool
        var isEmpty = true
        var hasKey = false
    }

    private var writer: ByteWriter
    private var levels: [Level] = []
    private var isComplete = false
    private let isPretty: Bool

    /// A writer for one document; `capacity` is the expected size in bytes.
    public init(form: Form = .compact, capacity: Int = 256) {
        writer = ByteWriter(capacity: capacity)
        isPretty = form == .pretty
    }

    /// The finished document; the pretty form ends with a line feed.
    public consuming func finish() -> [UInt8] {
        precondition(isComplete, "the JSON document is not complete")
        if isPretty { writer.write(byte: UInt8(ascii: "\n")) }
        return writer.bytes
    }

    // MARK: Objects and arrays

    /// Writes an object whose members `body` writes.
    public mutating func object<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginObject()
        try body(&self)
        endObject()
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array<Failure: Error>(
        _ body: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        beginArray()
        try body(&self)
        endArray()
    }

    /// Opens an object.
    public mutating func beginObject() { open(isObject: true) }

    /// Closes the object opened last.
    public mutating func endObject() { close(isObject: true) }

    /// Opens an array.
    public mutating func beginArray() { open(isObject: false) }

    /// Closes the array opened last.
    public mutating func endArray() { close(isObject: false) }

    /// Writes a member's name; its value must follow.
    public mutating func key(_ name: String) {
        guard var level = levels.last, level.isObject, !level.hasKey else {
            preconditionFailure("a key stands only in an object, before a value")
        }
        if !level.isEmpty { writer.write(byte: UInt8(ascii: ",")) }
        level.isEmpty = false
        level.hasKey = true
        levels[levels.count - 1] = level
        newLine()
        writer.write(quoting: name)
        if isPretty { writer.write(": ") } else { writer.write(byte: UInt8(ascii: ":")) }
    }

    // MARK: Values

    /// Writes a text value.
    public mutating func string(_ value: String) {
        beginValue()
        writer.write(quoting: value)
        endValue()
    }

    /// Writes a whole number.
    public mutating func integer(_ value: some BinaryInteger) {
        beginValue()
        writer.write(integer: value)
        endValue()
    }

    /// Writes a number digit for digit.
    public mutating func number(_ value: JSONNumber) {
        beginValue()
        writer.write(text: value.text)
        endValue()
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) {
        beginValue()
        if value { writer.write("true") } else { writer.write("false") }
        endValue()
    }

    /// Writes `null`.
    public mutating func null() {
        beginValue()
        writer.write("null")
        endValue()
    }

    // MARK: Nesting

    private mutating func open(isObject: Bool) {
        beginValue()
        levels.append(Level(isObject: isObject))
        writer.write(byte: UInt8(ascii: isObject ? "{" : "["))
    }

    private mutating func close(isObject: Bool) {
        guard let level = levels.popLast(), level.isObject == isObject, !level.hasKey else {
            preconditionFailure("what is closed here was not opened last, or a key has no value")
        }
        if !level.isEmpty { newLine() }
        writer.write(byte: UInt8(ascii: isObject ? "}" : "]"))
        endValue()
    }

    private mutating func beginValue() {
        guard var level = levels.last else {
            precondition(!isComplete, "a JSON document is one value")
            return
        }
        if level.isObject {
            precondition(level.hasKey, "a value in an object needs its key")
            level.hasKey = false
            levels[levels.count - 1] = level
            return
        }
        if !level.isEmpty { writer.write(byte: UInt8(ascii: ",")) }
        level.isEmpty = false
        levels[levels.count - 1] = level
        newLine()
    }

    private mutating func endValue() {
        if levels.isEmpty { isComplete = true }
    }

    private mutating func newLine() {
        guard isPretty else { return }
        writer.write(byte: UInt8(ascii: "\n"))
        for _ in levels { writer.write("  ") }
    }
}
