import CMicrohttpd
import HTTPCore

/// How answers leave: through the library, or as bytes where the library can give no answer any more.
enum ResponseWriting {
    /// What the server says itself, so that no handler can contradict it.
    private static let ownFields = [
        "content-length", "connection", "date", "server", "transfer-encoding", "x-request-id", "keep-alive",
    ]

    /// Gives an answer to the library.
    static func queue(
        _ response: Response, on connection: OpaquePointer, id: String, date: String, closes: Bool
    ) -> MHD_Result {
        guard let made = response.stream.map(BodyReader.response) ?? whole(response.body) else { return .NO }
        defer { MHD_destroy_response(made) }
        for field in response.headers.fields where !isOwn(field) && !field.value.isEmpty {
            // The library refuses a tab in a value.
            let hasTab = field.value.utf8.contains(UInt8(ascii: "\t"))
            MHD_add_response_header(made, field.name, hasTab ? field.value.filter { $0 != "\t" } : field.value)
        }
        MHD_add_response_header(made, "Date", date)
        MHD_add_response_header(made, "X-Request-Id", id)
        if closes { MHD_add_response_header(made, "Connection", "close") }
        return MHD_queue_response(connection, UInt32(response.status.code), made)
    }

    private static func whole(_ body: [UInt8]) -> OpaquePointer? {
        body.withUnsafeBytes { body in
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
        switch field.name.utf8.count {
        case 4, 6, 10, 12, 14, 17: ownFields.contains { field.isNamed($0) }
        default: false
        }
    }
}
