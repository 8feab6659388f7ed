internal import Glibc
internal import HTTPCore
internal import Synchronization

/// Pages in a file, within a bound of bytes: a ring in which the oldest are written over.
///
/// The file has no name while it is used, so it ends with the program, and two programs never share one. A disk that is full
/// or fails costs speed only: the page is drawn again.
final class FileTier: Sendable {
    /// Where a page lies. Places count on through the turns of the ring, so a place that was written over is known by its
    /// number.
    private struct Slot {
        var place: Int64
        var revision: Int64
        /// Bytes of address, tag and body.
        var keyBytes: UInt16
        var tagBytes: UInt16
        var bodyBytes: UInt32
        /// Number of the headers among those known.
        var head: UInt16
        var variant: UInt8
        /// Number of the office among those known; 0 for everything.
        var basis: UInt32
        var era: Int32
        var day: Int32?
        /// When it was asked for last, in askings.
        var lastAsked: UInt32

        var byteCount: Int64 { Int64(keyBytes) + Int64(tagBytes) + Int64(bodyBytes) }
    }

    private struct State {
        var slots: [Int: Slot] = [:]
        /// Where the next page is written.
        var end: Int64 = 0
        var askings: UInt32 = 0
        /// The turn of the ring at which dead slots were taken out last.
        var sweptTurn: Int64 = 0
        var heads: [Headers] = []
        var offices: [String] = []
        var officeNumbers: [String: UInt32] = [:]
    }

    /// A page that was found.
    struct Found {
        let page: KeptPage
        /// True where it is asked for often enough for the memory.
        let isFrequent: Bool
    }

    /// Kinds of headers that are told apart; pages with others stay in memory.
    private static let headLimit = 256

    private let descriptor: Int32
    private let limit: Int64
    private let state = Mutex(State())
    /// One page is written at a time.
    private let writing = Mutex(())

    /// A file in a folder, which is made where it is missing; nil where none can be made, with the reason in `errno`.
    init?(folder: String, limit: Int) {
        mkdir(folder, 0o700)
        // The signs at the end are filled in by the call, so that two programs on one folder never meet.
        var template = Array("\(folder)/pages-XXXXXX".utf8CString)
        let opened = mkstemp(&template)
        guard opened >= 0 else { return nil }
        _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
        unlink(template)
        descriptor = opened
        self.limit = Int64(limit)
    }

    deinit { close(descriptor) }

    /// How many pages can be found; those that were written over may still count.
    var count: Int { state.withLock { $0.slots.count } }

    /// A page.
    ///
    /// - Parameters:
    ///   - frequency: asked for twice within so many askings it is frequent.
    ///   - holds: whether a page of such a basis and moment still shows what is kept.
    func page(
        _ key: PageKey, frequency: Int, _ holds: (PageBasis, PageMoment) -> Bool
    ) -> Found? {
        let hash = key.hashValue
        let found = state.withLock { state -> (slot: Slot, head: Headers, basis: PageBasis, isFrequent: Bool)? in
            state.askings &+= 1
            guard let place = state.slots.index(forKey: hash) else { return nil }
            let slot = state.slots.values[place]
            guard isAlive(slot, state), slot.variant == key.variant, slot.day == key.day else { return nil }
            let isFrequent = slot.lastAsked != 0 && Int(state.askings &- slot.lastAsked) <= frequency
            state.slots.values[place].lastAsked = state.askings
            let basis: PageBasis = slot.basis == 0 ? .everything : .office(state.offices[Int(slot.basis) - 1])
            return (slot, state.heads[Int(slot.head)], basis, isFrequent)
        }
        guard let found else { return nil }
        let moment = PageMoment(revision: found.slot.revision, era: Int(found.slot.era))
        guard holds(found.basis, moment), let (value, body) = read(found.slot, key) else { return nil }
        // While it was read, the ring may have come round.
        guard state.withLock({ isAlive(found.slot, $0) }) else { return nil }
        var response = Response(status: .ok, headers: found.head, body: body)
        response.headers.add("ETag", value)
        response.isComplete = true
        return Found(
            page: KeptPage(response, basis: found.basis, drawnAt: moment), isFrequent: found.isFrequent)
    }

    /// Keeps a page; nothing happens where it is kept already.
    func keep(_ page: KeptPage, for key: PageKey) {
        // Only a complete answer is the same for whoever asks.
        guard page.response.isComplete, page.response.status == .ok, let value = page.response.headers["ETag"],
            key.path.utf8.count < 1 << 16, page.response.body.count < 1 << 30
        else { return }
        var headers = page.response.headers
        headers.remove("ETag")
        let hash = key.hashValue
        writing.withLock { _ in
            guard let slot = state.withLock({ reserve(page, key, hash, headers, tagBytes: value.utf8.count, &$0) }),
                write(slot, key, value, page.response.body)
            else { return }
            state.withLock { $0.slots[hash] = slot }
        }
    }

    /// A place at the end of the ring; what lies there is gone from now on.
    private func reserve(
        _ page: KeptPage, _ key: PageKey, _ hash: Int, _ headers: Headers, tagBytes: Int, _ state: inout State
    ) -> Slot? {
        if let old = state.slots[hash], isAlive(old, state), old.revision == page.drawnAt.revision,
            Int(old.era) == page.drawnAt.era, old.variant == key.variant, old.day == key.day
        {
            return nil
        }
        guard let head = number(of: headers, &state) else { return nil }
        var slot = Slot(
            place: state.end, revision: page.drawnAt.revision, keyBytes: UInt16(key.path.utf8.count),
            tagBytes: UInt16(tagBytes), bodyBytes: UInt32(page.response.body.count), head: head, variant: key.variant,
            basis: number(of: page.basis, &state), era: Int32(truncatingIfNeeded: page.drawnAt.era), day: key.day,
            lastAsked: 0)
        guard slot.byteCount <= limit / 4 else { return nil }
        // A page lies in one piece.
        if slot.place % limit + slot.byteCount > limit { slot.place += limit - slot.place % limit }
        state.end = slot.place + slot.byteCount
        let turn = state.end / max(limit / 4, 1)
        if turn > state.sweptTurn {
            state.sweptTurn = turn
            let oldest = state.end - limit
            state.slots = state.slots.filter { $0.value.place >= oldest }
        }
        return slot
    }

    private func number(of headers: Headers, _ state: inout State) -> UInt16? {
        if let known = state.heads.firstIndex(of: headers) { return UInt16(known) }
        guard state.heads.count < Self.headLimit else { return nil }
        state.heads.append(headers)
        return UInt16(state.heads.count - 1)
    }

    private func number(of basis: PageBasis, _ state: inout State) -> UInt32 {
        guard case .office(let office) = basis else { return 0 }
        if let known = state.officeNumbers[office] { return known }
        state.offices.append(office)
        let number = UInt32(state.offices.count)
        state.officeNumbers[office] = number
        return number
    }

    private func isAlive(_ slot: Slot, _ state: State) -> Bool { slot.place >= state.end - limit }

    // MARK: The file

    /// Entity tag and body of a page; nil where another address lies there, or the file cannot be read.
    private func read(_ slot: Slot, _ key: PageKey) -> (tag: String, body: [UInt8])? {
        guard Int(slot.keyBytes) == key.path.utf8.count else { return nil }
        let headBytes = Int(slot.keyBytes) + Int(slot.tagBytes)
        var tag: String?
        let body = [UInt8](unsafeUninitializedCapacity: Int(slot.bodyBytes)) { body, count in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: headBytes) { head in
                let read = withUnsafeTemporaryAllocation(of: iovec.self, capacity: 2) { pieces in
                    pieces[0] = iovec(iov_base: head.baseAddress, iov_len: headBytes)
                    pieces[1] = iovec(iov_base: body.baseAddress, iov_len: Int(slot.bodyBytes))
                    return preadv(descriptor, pieces.baseAddress, 2, off_t(slot.place % limit))
                }
                guard read == headBytes + Int(slot.bodyBytes),
                    key.path.utf8.elementsEqual(head[..<Int(slot.keyBytes)])
                else { return }
                count = Int(slot.bodyBytes)
                tag = String(decoding: head[Int(slot.keyBytes)...], as: UTF8.self)
            }
        }
        return tag.map { ($0, body) }
    }

    /// Writes a page at its place; false where the disk does not take it.
    private func write(_ slot: Slot, _ key: PageKey, _ tag: String, _ body: [UInt8]) -> Bool {
        var head = Array(key.path.utf8)
        head.append(contentsOf: tag.utf8)
        return head.withUnsafeMutableBytes { head in
            body.withUnsafeBytes { body in
                // The library's type is for reading too; nothing is written through it.
                var pieces = [
                    iovec(iov_base: head.baseAddress, iov_len: head.count),
                    iovec(iov_base: UnsafeMutableRawPointer(mutating: body.baseAddress), iov_len: body.count),
                ]
                return pwritev(descriptor, &pieces, 2, off_t(slot.place % limit)) == head.count + body.count
            }
        }
    }
}
