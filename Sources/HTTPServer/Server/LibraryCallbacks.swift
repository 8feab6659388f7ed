import CMicrohttpd
import Glibc
import HTTPCore

/// The functions the library calls. They stand in a plain type so that none of them belongs to an actor.
///
/// `cls` is the `ServerCore`, kept alive by the `HTTPServer` until the library has stopped. Each connection carries a
/// retained `Connection`, released at the notice of its end.
enum LibraryCallbacks {
    static let connection: MHD_NotifyConnectionCallback = { cls, library, context, event in
        guard let cls, let library, let context else { return }
        let core = Unmanaged<ServerCore>.fromOpaque(cls).takeUnretainedValue()
        if gongkai_mhd_is_begin(event) != 0 {
            context.pointee = Unmanaged.passRetained(core.open(library)).toOpaque()
        } else if let stored = context.pointee {
            context.pointee = nil
            core.close(Unmanaged<Connection>.fromOpaque(stored).takeRetainedValue())
        }
    }

    static let target: gongkai_target_callback = { cls, target, library in
        guard let cls, let target, let library, let connection = stored(library) else { return nil }
        Unmanaged<ServerCore>.fromOpaque(cls).takeUnretainedValue().target(target, on: connection)
        return nil
    }

    /// The library would decode in place; HTTPCore does that, and refuses what is malformed.
    static let unescape: gongkai_unescape_callback = { _, _, text in
        text.map { strlen($0) } ?? 0
    }

    static let request: MHD_AccessHandlerCallback = { cls, library, _, method, _, data, size, _ in
        guard let cls, let library, let method, let size, let connection = stored(library),
            let exchange = connection.exchange
        else { return .NO }
        let core = Unmanaged<ServerCore>.fromOpaque(cls).takeUnretainedValue()
        if !exchange.hasHead { return core.head(method, of: exchange, on: connection, library) }
        guard size.pointee > 0 else { return core.answer(exchange, on: connection, library) }
        let piece = UnsafeRawBufferPointer(start: data, count: size.pointee)
        size.pointee = 0
        return core.body(piece, of: exchange, on: connection)
    }

    static let completed: MHD_RequestCompletedCallback = { cls, library, _, _ in
        guard let cls, let library, let connection = stored(library) else { return }
        Unmanaged<ServerCore>.fromOpaque(cls).takeUnretainedValue().finish(connection)
    }

    private static func stored(_ library: OpaquePointer) -> Connection? {
        gongkai_mhd_context(library).map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
    }
}
