internal import HTTPCore
internal import Synchronization

/// Pages that were drawn, kept in memory while the database stays as it was.
///
/// A change of the database empties it as a whole.
final class PageCache: Sendable {
    /// What tells two pages apart.
    struct Key: Hashable {
        var path: String
        var view: ViewOptions
        /// True for the page as clients get it that take gzip.
        var isPacked = false
    }

    /// A page with its entity tag.
    struct Page {
        var response: Response
        var tag: ETag
    }

    private struct Entry {
        var page: Page
        var lastUse: UInt64
    }
    private struct State {
        var revision: Int64 = .min
        var entries: [Key: Entry] = [:]
        var bytes = 0
        var uses: UInt64 = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: bytes of all pages together; 0 keeps none.
    init(limit: Int) { self.limit = limit }

    /// Bytes of all pages now.
    var bytes: Int { state.withLock { $0.bytes } }

    /// The page drawn at a revision of the database; nil where it has to be drawn.
    func page(_ key: Key, revision: Int64) -> Page? {
        state.withLock { state in
            guard state.revision == revision, let place = state.entries.index(forKey: key) else { return nil }
            state.uses += 1
            state.entries.values[place].lastUse = state.uses
            return state.entries.values[place].page
        }
    }

    /// Keeps a page; the ones not asked for longest make room.
    func keep(_ page: Page, for key: Key, revision: Int64) {
        let size = page.response.body.count
        guard size <= limit / 4 else { return }
        state.withLock { state in
            if state.revision != revision {
                // A page that was drawn before the last change is of no use.
                guard revision > state.revision else { return }
                state.revision = revision
                state.entries = [:]
                state.bytes = 0
            }
            if let old = state.entries.removeValue(forKey: key) { state.bytes -= old.page.response.body.count }
            if state.bytes + size > limit {
                for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
                    guard state.bytes + size > limit * 3 / 4 else { break }
                    state.entries[key] = nil
                    state.bytes -= entry.page.response.body.count
                }
            }
            state.uses += 1
            state.entries[key] = Entry(page: page, lastUse: state.uses)
            state.bytes += size
        }
    }
}
