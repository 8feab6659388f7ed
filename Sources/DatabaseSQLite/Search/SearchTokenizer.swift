internal import CSQLite
internal import Database
internal import Search

/// The terms of `TermScanner` as a tokenizer of FTS5, named `gongkai`, on every connection.
///
/// It has no state: what the engine asks it to make is nothing but a mark that is not null.
enum SearchTokenizer {
    /// The name in `tokenize = 'gongkai'`.
    static let name = "gongkai"

    /// Makes it known to a connection.
    static func register(with engine: FullTextEngine) throws(DatabaseError) {
        var tokenizer = fts5_tokenizer(
            xCreate: { context, _, _, made in
                made?.pointee = context.map { OpaquePointer($0) }
                return SQLITE_OK
            },
            xDelete: { _ in },
            xTokenize: { _, context, flags, text, length, take in
                guard let text, length > 0, let take else { return SQLITE_OK }
                return SearchTokenizer.run(text, Int(length), isQuery: flags & FTS5_TOKENIZE_QUERY != 0, context, take)
            })
        // The library copies the three functions; the context is never read.
        let mark = UnsafeMutableRawPointer(engine.api)
        try engine.require(engine.api.pointee.xCreateTokenizer?(engine.api, name, mark, &tokenizer, nil))
    }

    /// One term on its way to the engine: context, flags, bytes, length, where it begins and ends.
    typealias Take =
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
        ) -> Int32

    private static func run(
        _ text: UnsafePointer<CChar>, _ length: Int, isQuery: Bool, _ context: UnsafeMutableRawPointer?, _ take: Take
    ) -> Int32 {
        var status = SQLITE_OK
        let bytes = UnsafeRawBufferPointer(start: text, count: length).bindMemory(to: UInt8.self)
        if SearchMark.isMarks(bytes.span) {
            SearchMark.each(bytes.span) { mark, range in
                status = mark.withUnsafeBufferPointer { send($0, range, 0, context, take) }
                return status == SQLITE_OK
            }
            return status
        }
        var position = -1
        TermScanner.scan(bytes.span, for: isQuery ? .query : .text) { term, place in
            let isBeside = place.position == position
            position = place.position
            if place.isWall {
                // One byte that no text gives.
                status = withUnsafeBytes(of: UInt8(2)) {
                    send($0.bindMemory(to: UInt8.self), place.bytes, 0, context, take)
                }
            } else {
                status = term.withUnsafeBufferPointer {
                    send($0, place.bytes, isBeside ? FTS5_TOKEN_COLOCATED : 0, context, take)
                }
            }
            return status == SQLITE_OK
        }
        return status
    }

    private static func send(
        _ term: UnsafeBufferPointer<UInt8>, _ place: Range<Int>, _ flags: Int32, _ context: UnsafeMutableRawPointer?,
        _ take: Take
    ) -> Int32 {
        term.withMemoryRebound(to: CChar.self) {
            take(
                context, flags, $0.baseAddress, Int32(truncatingIfNeeded: $0.count),
                Int32(truncatingIfNeeded: place.lowerBound), Int32(truncatingIfNeeded: place.upperBound))
        }
    }
}
