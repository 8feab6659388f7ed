/// Writes a JSON value in the one form that every program writes it in.
///
/// Names are sorted by their UTF-8 bytes, there is no space outside texts, numbers are whole and without sign for zero
/// or plus, and texts escape only what JSON demands: `"`, `\` and the control characters, those with a short form in it.
public struct CanonicalText {
    private var bytes: [UInt8] = []

    /// The bytes of a value.
    ///
    /// A number is written as it is: `isCanonical` tells whether a text was canonical.
    public static func bytes(of value: JSONValue) -> [UInt8] {
        var text = CanonicalText()
        text.bytes.reserveCapacity(256)
        text.write(value)
        return text.bytes
    }

    /// True where the bytes are a JSON text in canonical form.
    public static func isCanonical(_ text: [UInt8], limits: JSONLimits = JSONLimits()) -> Bool {
        guard let value = try? JSONParser.parse(text, limits: limits), hasWholeNumbers(value) else { return false }
        return bytes(of: value) == text
    }

    private static func hasWholeNumbers(_ value: JSONValue) -> Bool {
        switch value {
        case .number(let text): text != "-0" && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
        case .array(let elements): elements.allSatisfy(hasWholeNumbers)
        case .object(let members): members.allSatisfy { hasWholeNumbers($0.value) }
        default: true
        }
    }

    private mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes += Array("null".utf8)
        case .boolean(let isTrue): bytes += Array((isTrue ? "true" : "false").utf8)
        case .number(let text): bytes += Array(text.utf8)
        case .string(let text): quote(text)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(element)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): write(members)
        }
    }

    private mutating func write(_ members: [JSONValue.Member]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for member in members.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            quote(member.name)
            bytes.append(UInt8(ascii: ":"))
            write(member.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20: escape(byte)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes += Array("u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
