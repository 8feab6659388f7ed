internal import CanonicalJSON
internal import Database

/// What a guide or a catalogue says, to and from the text in which a projection keeps it.
enum ColumnContent {
    static func text(of content: some Encodable) throws(DatabaseError) -> String {
        do throws(CanonicalEncodingError) {
            return String(decoding: try CanonicalEncoder.encode(content), as: UTF8.self)
        } catch {
            throw DatabaseError(
                .unfitValue, message: "栏目的内容不能保存，这是程序的缺陷，请向维护人员报告。", detail: "\(error.path): \(error.detail)")
        }
    }

    static func content<Content: Decodable>(
        _ column: Int, of row: borrowing Row, _ type: Content.Type = Content.self
    ) throws(DatabaseError) -> Content {
        let text = try row.text(column)
        guard let content = try? CanonicalDecoder.decode(type, from: Array(text.utf8)) else {
            throw row.unexpected(column, wanted: "\(type)")
        }
        return content
    }
}
