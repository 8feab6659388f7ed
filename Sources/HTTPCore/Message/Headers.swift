/// Header fields in their order. Names compare without regard to case.
///
/// A value can never hold a line break: control characters become blanks when it is set, so no header can be
/// smuggled through text that a user wrote.
public struct Headers: Sendable, Hashable {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// The name as written.
        public let name: String
        /// The value, free of control characters.
        public let value: String

        /// Whether the field has this name, without regard to case.
        public func isNamed(_ other: String) -> Bool { Headers.isSame(name, other) }
    }

    /// All fields in order.
    public private(set) var fields: [Field] = []

    /// No fields.
    public init() {}

    /// Fields from pairs of name and value.
    public init(_ pairs: [(String, String)]) {
        fields.reserveCapacity(pairs.count)
        for (name, value) in pairs { add(name, value) }
    }

    /// The first value of a name, or `nil`.
    public subscript(name: String) -> String? {
        fields.first { Self.isSame($0.name, name) }?.value
    }

    /// Every value of a name, in order.
    public func all(_ name: String) -> [String] {
        fields.filter { Self.isSame($0.name, name) }.map(\.value)
    }

    /// Whether a field of this name stands here.
    public func contains(_ name: String) -> Bool {
        fields.contains { Self.isSame($0.name, name) }
    }

    /// Appends a field beside others of its name. A name that is no token (RFC 9110 section 5.1) is an error of the
    /// program and stops it; parsers check with `isToken` first.
    public mutating func add(_ name: String, _ value: String) {
        precondition(Self.isToken(name), "a header name is a token")
        fields.append(Field(name: name, value: Self.cleaned(value)))
    }

    /// Puts one field in place of all others of its name.
    public mutating func set(_ name: String, _ value: String) {
        remove(name)
        add(name, value)
    }

    /// Sets a field unless one of its name stands here already.
    public mutating func setIfMissing(_ name: String, _ value: String) {
        if !contains(name) { add(name, value) }
    }

    /// Removes every field of a name.
    public mutating func remove(_ name: String) {
        fields.removeAll { Self.isSame($0.name, name) }
    }

    /// Whether text is a token of RFC 9110 section 5.6.2: what header names, cookie names and methods are made of.
    public static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isTokenByte)
    }

    /// One bit for each byte value: letters, digits and ``!#$%&'*+-.^_`|~``.
    private static let tokenBytes: (UInt64, UInt64) = (0x03FF_6CFA_0000_0000, 0x57FF_FFFF_C7FF_FFFE)

    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<64: tokenBytes.0 >> UInt64(byte) & 1 == 1
        case 64..<128: tokenBytes.1 >> UInt64(byte - 64) & 1 == 1
        default: false
        }
    }

    /// Compares ASCII letters without regard to case.
    static func isSame(_ left: String, _ right: String) -> Bool {
        let left = left.utf8
        let right = right.utf8
        guard left.count == right.count else { return false }
        var other = right.makeIterator()
        for byte in left {
            guard let next = other.next(), byte == next || lowered(byte) == lowered(next) else { return false }
        }
        return true
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func cleaned(_ value: String) -> String {
        func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }
        guard value.utf8.contains(where: isControl) else { return value }
        return String(decoding: value.utf8.map { isControl($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
