import CMicrohttpd
import Glibc
import HTTPCore

/// How answers leave: through the library, or as bytes where the library can give no answer any more.
enum ResponseWriting {
    /// What the server says itself, so that no handler can contradict it.
    private static let ownFields = [
        "content-length", "connection", "date", "server", "transfer-encoding", "x-request-id", "keep-alive",
    ]

    /// Gives an answer to the library.
    ///
    /// - Parameters:
    ///   - pace: told what leaves of an answer that may take longer than its first stretch.
    ///   - isHead: true for an answer of which the head only is sent.
    static func queue(
        _ response: Response, on connection: OpaquePointer, _ pace: SendingPace, id: String, date: String,
        isHead: Bool, closes: Bool
    ) -> MHD_Result {
        guard let made = make(response, pace) else { return .NO }
        defer { MHD_destroy_response(made) }
        // The library ends chunks that were never begun: the client would take that for the next answer.
        if isHead, response.stream != nil { gongkai_mhd_without_chunks(made) }
        for field in response.headers.fields where !isOwn(field) && !field.value.isEmpty {
            add(field.name, field.value, to: made)
        }
        add("Date", date, to: made)
        add("X-Request-Id", id, to: made)
        if closes { add("Connection", "close", to: made) }
        return MHD_queue_response(connection, UInt32(response.status.code), made)
    }

    /// Puts a field in. The texts are lent: handed over as they are, each would be copied.
    private static func add(_ name: String, _ value: String, to response: OpaquePointer) {
        let isTaken = name.withCString { name in
            value.withCString { value in
                // Not every version of the library takes a tab in a value.
                guard strchr(value, Int32(UInt8(ascii: "\t"))) == nil else { return false }
                MHD_add_response_header(response, name, value)
                return true
            }
        }
        if !isTaken { MHD_add_response_header(response, name, value.filter { $0 != "\t" }) }
    }

    private static func make(_ response: Response, _ pace: SendingPace) -> OpaquePointer? {
        if let stream = response.stream { return BodyReader.response(stream, pace) }
        // What is larger than the quota of a stretch goes piece by piece, so that it is seen leaving.
        if response.body.count > pace.quota { return BodyReader.response(response.body, pace) }
        return response.body.withUnsafeBytes { body in
            // The library copies: one copy of a page costs far less than the bookkeeping of sharing it.
            gongkai_mhd_response(body.baseAddress, body.count)
        }
    }

    /// The whole answer as bytes; the connection ends after it.
    static func bytes(_ response: Response, id: String, date: String) -> [UInt8] {
        let response = response.collected()
        var head = "HTTP/1.1 \(response.status.code) \(response.status.reason)\r\n"
        for field in response.headers.fields where !isOwn(field) {
            head += "\(field.name): \(field.value)\r\n"
        }
        head +=
            "Date: \(date)\r\nX-Request-Id: \(id)\r\nContent-Length: \(response.body.count)\r\nConnection: close\r\n\r\n"
        return Array(head.utf8) + response.body
    }

    private static func isOwn(_ field: Headers.Field) -> Bool {
        // Length and first letter tell nearly all fields apart.
        switch (field.name.utf8.count, (field.name.utf8.first ?? 0) | 0x20) {
        case (4, UInt8(ascii: "d")), (6, UInt8(ascii: "s")), (10, UInt8(ascii: "c")), (10, UInt8(ascii: "k")),
            (12, UInt8(ascii: "x")), (14, UInt8(ascii: "c")), (17, UInt8(ascii: "t")):
            ownFields.contains { field.isNamed($0) }
        default: false
        }
    }
}
