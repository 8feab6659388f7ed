internal import Glibc

/// The child's side of the line: blocking reads and writes on its two standard descriptors.
struct WorkerChannel {
    /// The next message; nil when the parent has closed the line or does not speak our language.
    func receive(longestBody: Int) -> Frame? {
        guard let headBytes = readExactly(FrameHead.size),
            let head = FrameHead(headBytes, longestName: 1 << 16, longestBody: longestBody),
            let name = readExactly(head.nameLength), let body = readExactly(head.bodyLength)
        else { return nil }
        return Frame(kind: head.kind, name: String(decoding: name, as: UTF8.self), body: body)
    }

    /// Sends a message; false when the parent has gone.
    func send(_ kind: FrameKind, name: String = "", body: [UInt8] = []) -> Bool {
        let nameBytes = Array(name.utf8)
        let head = FrameHead(kind: kind, nameLength: nameBytes.count, bodyLength: body.count).bytes
        return writeAll(head + nameBytes) && writeAll(body)
    }

    private func readExactly(_ count: Int) -> [UInt8]? {
        guard count > 0 else { return [] }
        var complete = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(0, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got > 0 {
                    filled += got
                } else if got == 0 || errno != EINTR {
                    complete = false
                    return
                }
            }
        }
        return complete ? bytes : nil
    }

    private func writeAll(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = Glibc.write(1, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if put > 0 {
                    done += put
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }
}
