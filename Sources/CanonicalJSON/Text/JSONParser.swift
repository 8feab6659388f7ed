/// Reads JSON text (RFC 8259) strictly: one value, UTF-8, no trailing text, bounded size and depth.
public struct JSONParser {
    /// What is wrong, and after how many bytes.
    public struct Failure: Error, Sendable, Hashable {
        /// What is wrong, in plain Chinese.
        public let what: String
        /// How many bytes stand before it.
        public let offset: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: JSONLimits
    private var place = 0
    private var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The one value of a text.
    public static func parse(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(Failure) -> JSONValue {
        guard bytes.count <= limits.bytes else {
            throw Failure(what: "JSON 有\(bytes.count)字节，超过\(limits.bytes)字节的上限", offset: limits.bytes)
        }
        let result: Result<JSONValue, Failure> = bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, limits)
            do throws(Failure) {
                if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { parser.place = 3 }
                let value = try parser.value()
                parser.skipSpace()
                guard parser.place == buffer.count else { throw parser.failure("JSON 之后还有多余的内容") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func failure(_ what: String) -> Failure { Failure(what: what, offset: place) }

    private mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x09, 0x0A, 0x0D: place += 1
            default: return
            }
        }
    }

    private mutating func value() throws(Failure) -> JSONValue {
        skipSpace()
        guard place < bytes.count else { throw failure("JSON 在这里中断") }
        switch bytes[place] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        let count = text.utf8CodeUnitCount
        let matches = text.withUTF8Buffer { word in
            place + count <= bytes.count && bytes[place..<place + count].elementsEqual(word)
        }
        guard matches else { throw failure("这里不是 JSON 的值") }
        place += count
        return value
    }

    private mutating func enter() throws(Failure) {
        place += 1
        depth += 1
        guard depth <= limits.depth else { throw failure("JSON 嵌套超过\(limits.depth)层") }
        skipSpace()
    }

    /// True when the closing bracket follows; else a comma must.
    private mutating func ends(with bracket: UInt8) throws(Failure) -> Bool {
        skipSpace()
        guard place < bytes.count else { throw failure("JSON 在这里中断") }
        if bytes[place] == bracket {
            place += 1
            depth -= 1
            return true
        }
        guard bytes[place] == UInt8(ascii: ",") else { throw failure("这里应有逗号或者右括号") }
        place += 1
        return false
    }

    private mutating func object() throws(Failure) -> JSONValue {
        try enter()
        var members: [JSONValue.Member] = []
        if place < bytes.count, bytes[place] == UInt8(ascii: "}") {
            _ = try ends(with: UInt8(ascii: "}"))
            return .object([])
        }
        repeat {
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw failure("这里应有名称") }
            let name = try string()
            skipSpace()
            guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { throw failure("名称之后应有冒号") }
            place += 1
            members.append(JSONValue.Member(name: name, value: try value()))
        } while try !ends(with: UInt8(ascii: "}"))
        if limits.refusesDuplicates, Self.hasDuplicate(members) { throw failure("同一个对象里有重复的名称") }
        return .object(members)
    }

    /// Names that differ only in how a letter is composed count as the same: a reader would take one for the other.
    private static func hasDuplicate(_ members: [JSONValue.Member]) -> Bool {
        guard members.count > 16 else {
            for (index, member) in members.enumerated() {
                for earlier in members[..<index] where earlier.name == member.name { return true }
            }
            return false
        }
        return Set(members.map(\.name)).count < members.count
    }

    private mutating func array() throws(Failure) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        if place < bytes.count, bytes[place] == UInt8(ascii: "]") {
            _ = try ends(with: UInt8(ascii: "]"))
            return .array([])
        }
        repeat { elements.append(try value()) } while try !ends(with: UInt8(ascii: "]"))
        return .array(elements)
    }

    private mutating func digits() -> Int {
        let start = place
        while place < bytes.count, bytes[place] >= UInt8(ascii: "0"), bytes[place] <= UInt8(ascii: "9") { place += 1 }
        return place - start
    }

    private mutating func number() throws(Failure) -> String {
        let start = place
        if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
        let leading = place
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[leading] != UInt8(ascii: "0") else { throw failure("这里不是 JSON 的值") }
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            guard digits() > 0 else { throw failure("小数点之后应有数字") }
        }
        if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
                place += 1
            }
            guard digits() > 0 else { throw failure("指数应有数字") }
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func string() throws(Failure) -> String {
        place += 1
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\\") {
            guard bytes[place] >= 0x20 else { throw failure("字符串里有控制字符") }
            place += 1
        }
        guard place < bytes.count else { throw failure("字符串没有结束") }
        if bytes[place] == UInt8(ascii: "\"") {
            place += 1
            return try text(Array(bytes[start..<place - 1]))
        }
        var decoded = Array(bytes[start..<place])
        while true {
            guard place < bytes.count else { throw failure("字符串没有结束") }
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(decoded)
            case UInt8(ascii: "\\"): try appendEscape(to: &decoded)
            case 0..<0x20: throw failure("字符串里有控制字符")
            default: decoded.append(byte)
            }
        }
    }

    private func text(_ bytes: [UInt8]) throws(Failure) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("文字不是 UTF-8 编码") }
        return text
    }

    private mutating func appendEscape(to decoded: inout [UInt8]) throws(Failure) {
        guard place < bytes.count else { throw failure("字符串没有结束") }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if code >= 0xD800, code < 0xDC00 {
                guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
                else { throw failure("字符编码不完整") }
                place += 2
                let low = try hexadecimal()
                guard low >= 0xDC00, low < 0xE000 else { throw failure("字符编码不完整") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw failure("字符编码不完整") }
            decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: throw failure("反斜线之后的字符不对")
        }
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        guard place + 4 <= bytes.count else { throw failure("字符编码不完整") }
        var code: UInt32 = 0
        for _ in 0..<4 {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 + UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 + UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 + UInt32(byte - UInt8(ascii: "A") + 10)
            default: throw failure("字符编码不完整")
            }
        }
        return code
    }
}
