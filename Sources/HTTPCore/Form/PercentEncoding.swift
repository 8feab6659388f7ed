/// Percent-encoding of addresses and forms. Source: RFC 3986 section 2.1.
public enum PercentEncoding {
    /// Decodes to text; in forms `+` is a blank.
    ///
    /// - Throws: `RequestError` of `malformedPercentEncoding`, `invalidUTF8` (overlong forms included) or
    ///   `forbiddenCharacter` for NUL, in `context`.
    public static func decode(
        _ bytes: some Collection<UInt8>, plusIsBlank: Bool = false, in context: String
    ) throws(RequestError) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
                    throw RequestError(.malformedPercentEncoding, in: context)
                }
                decoded.append(high << 4 | low)
            } else if plusIsBlank, byte == UInt8(ascii: "+") {
                decoded.append(UInt8(ascii: " "))
            } else {
                decoded.append(byte)
            }
        }
        if decoded.contains(0) { throw RequestError(.forbiddenCharacter, in: context) }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw RequestError(.invalidUTF8, in: context)
        }
        return text
    }

    /// Encodes everything but letters, digits, `-`, `.`, `_` and `~`: fit for a path segment, a query and RFC 8187.
    public static func encode(_ text: String) -> String {
        let source = text.utf8
        return String(unsafeUninitializedCapacity: source.count * 3) { encoded in
            var count = 0
            for byte in source {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "~"):
                    encoded[count] = byte
                    count += 1
                default:
                    encoded[count] = UInt8(ascii: "%")
                    encoded[count + 1] = letter(byte >> 4)
                    encoded[count + 2] = letter(byte & 15)
                    count += 3
                }
            }
            return count
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func letter(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
