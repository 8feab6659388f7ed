/// Reads `Decodable` values from JSON, canonical or not, and says where something does not fit.
///
/// What an object has beyond what the type asks for is passed over. Numbers are whole; a floating number cannot be read.
public enum CanonicalDecoder {
    /// A value from bytes.
    ///
    /// - Parameters:
    ///   - bytes: one JSON text in UTF-8.
    ///   - limits: size and depth; an object that names something twice is refused unless they say otherwise.
    /// - Throws: `CanonicalDecodingError`.
    public static func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, from bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(CanonicalDecodingError) -> Value {
        let tree: JSONValue
        do throws(JSONParser.Failure) {
            tree = try JSONParser.parse(bytes, limits: limits)
        } catch {
            throw CanonicalDecodingError(
                path: "", message: "不是完整的 JSON：第\(error.offset + 1)字节处，\(error.what)。", offset: error.offset)
        }
        return try decode(type, from: tree)
    }

    /// A value from a tree.
    ///
    /// - Throws: `CanonicalDecodingError`.
    public static func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, from tree: JSONValue
    ) throws(CanonicalDecodingError) -> Value {
        do {
            return try TreeDecoder(value: tree, trail: nil).decode(type)
        } catch let error as DecodingError {
            throw CanonicalDecodingError(error)
        } catch {
            throw CanonicalDecodingError(path: "", message: "内容不能读取。", detail: "\(error)", underlying: error)
        }
    }
}

/// Why a text is not the value that was asked for.
public struct CanonicalDecodingError: Error, Sendable {
    /// Where: `applicant.name`, `parts[2]`; empty for the whole.
    public let path: String
    /// What is wrong there, in plain Chinese; never with a value of the text.
    public let message: String
    /// What kind of error it is, in English for the log; may be empty.
    public let detail: String
    /// After how many bytes, where the text itself is no JSON.
    public let offset: Int?
    /// The error that the type threw, where it was one of its own.
    public let underlying: (any Error)?

    init(path: String, message: String, detail: String = "", offset: Int? = nil, underlying: (any Error)? = nil) {
        self.path = path
        self.message = message
        self.detail = detail
        self.offset = offset
        self.underlying = underlying
    }

    /// What a type says of a value may quote it: only the kind of the error is taken over.
    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(path: CodingTrail.text(context.codingPath + [key]), message: "缺少这一项。", detail: "key not found")
        case .valueNotFound(_, let context):
            self.init(path: CodingTrail.text(context.codingPath), message: "这一项没有值。", detail: "no value")
        case .typeMismatch(let type, let context):
            self.init(
                path: CodingTrail.text(context.codingPath), message: "这一项的类型不对。", detail: "type mismatch, \(type)")
        case .dataCorrupted(let context):
            self.init(path: CodingTrail.text(context.codingPath), message: "这一项的值不合规定。", detail: "data corrupted")
        @unknown default:
            self.init(path: "", message: "内容不能读取。", detail: "unknown")
        }
    }

    /// Path and message in one line.
    public var text: String { path.isEmpty ? message : "“\(path)”：\(message)" }
}
