internal import Synchronization

/// Pages that were drawn, kept while what they follow from stays as it was: those asked for often in memory, the rest in a
/// file.
///
/// Nothing is thrown away when something changes. Each page knows what it follows from, and is left when it is asked for
/// and no longer holds, so that an act of one office costs nothing for the pages of the others.
public final class PageStore: Sendable {
    private let memory: Mutex<MemoryTier>
    private let file: FileTier?
    private let memoryLimit: Int

    /// A store.
    ///
    /// - Parameters:
    ///   - memoryBytes: bytes of pages in memory; 0 keeps none at all.
    ///   - folder: where the file lies; nil for none.
    ///   - fileBytes: bytes of the file; 0 for none.
    public init(memoryBytes: Int, folder: String? = nil, fileBytes: Int = 0) {
        memoryLimit = max(memoryBytes, 0)
        memory = Mutex(MemoryTier(limit: memoryLimit))
        file = memoryLimit > 0 && fileBytes > 0 ? folder.flatMap { FileTier(folder: $0, limit: fileBytes) } : nil
    }

    /// True where a file is kept.
    public var hasFile: Bool { file != nil }

    /// Bytes of pages in memory now.
    public var memoryBytes: Int { memory.withLock { $0.bytes } }

    /// A page that still shows what is kept; nil where it has to be drawn.
    public func page(_ key: PageKey, _ standing: PageStanding) -> KeptPage? {
        guard memoryLimit > 0 else { return nil }
        let (kept, count) = memory.withLock { ($0.page(key), $0.count) }
        if let kept { return standing.holds(kept.basis, drawnAt: kept.drawnAt) ? kept : nil }
        guard let file, let found = file.page(key, frequency: max(count, 16), standing.holds) else { return nil }
        if found.isFrequent { keep(found.page, for: key) }
        return found.page
    }

    /// Keeps a page.
    public func keep(_ page: KeptPage, for key: PageKey) {
        guard memoryLimit > 0 else { return }
        let pushed = memory.withLock { $0.keep(page, for: key) }
        guard let file else { return }
        for one in pushed { file.keep(one.page, for: one.key) }
    }
}
