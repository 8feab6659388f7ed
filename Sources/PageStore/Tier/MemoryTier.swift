/// Pages in memory, within a bound of bytes. What has not been asked for since the hand last passed makes room.
///
/// Not `Sendable`: the store that owns it says what protects it.
struct MemoryTier {
    private struct Place {
        var key: PageKey
        var page: KeptPage
        var isAskedFor: Bool
    }

    /// Bytes at most.
    let limit: Int
    /// Bytes now.
    private(set) var bytes = 0
    private var places: [Place] = []
    private var index: [PageKey: Int] = [:]
    private var hand = 0

    init(limit: Int) { self.limit = limit }

    /// How many pages there are.
    var count: Int { places.count }

    /// A page, which is not moved for being looked at: asking costs one look into a table.
    mutating func page(_ key: PageKey) -> KeptPage? {
        guard let place = index[key] else { return nil }
        places[place].isAskedFor = true
        return places[place].page
    }

    /// Keeps a page in place of the one with its key, and gives those that had to make room.
    mutating func keep(_ page: KeptPage, for key: PageKey) -> [(key: PageKey, page: KeptPage)] {
        remove(key)
        guard page.byteCount <= limit / 4 else { return [] }
        var pushed: [(key: PageKey, page: KeptPage)] = []
        while bytes + page.byteCount > limit {
            if hand >= places.count { hand = 0 }
            if places[hand].isAskedFor {
                places[hand].isAskedFor = false
                hand += 1
            } else {
                pushed.append((places[hand].key, places[hand].page))
                remove(at: hand)
            }
        }
        index[key] = places.count
        places.append(Place(key: key, page: page, isAskedFor: false))
        bytes += page.byteCount
        return pushed
    }

    /// Forgets a page.
    mutating func remove(_ key: PageKey) {
        if let place = index[key] { remove(at: place) }
    }

    private mutating func remove(at place: Int) {
        bytes -= places[place].page.byteCount
        index[places[place].key] = nil
        let last = places.count - 1
        if place < last {
            places[place] = places[last]
            index[places[place].key] = place
        }
        places.removeLast()
    }
}
