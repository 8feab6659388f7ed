/// A result before it is looked at: where it stands among all.
struct SearchPlace {
    let key: SearchKey
    /// The stretch that is shown of it.
    var part: Int64
    /// Where its words stand, by the number of `TermIndex.Stage`; 0 where nobody asked.
    var stage = 0

    /// The place as pages go on from it.
    var cursor: SearchCursor { SearchCursor(stage: stage, key: key.value) }
}

/// The newest results of a query, the newest first, each once.
struct SearchWindow {
    private(set) var places: [SearchPlace] = []
    /// Stretches that were seen.
    private(set) var partCount = 0
    /// True where there are no others.
    var isWhole = false

    /// True while no result gave more than one stretch.
    private(set) var isOfSingleParts = true

    /// True while the stage of every stretch was told.
    private(set) var isPlaced = true

    /// Takes the next lower stretch in; of several of one result the best is shown, of equals the lowest.
    mutating func add(_ part: Int64, of key: SearchKey, stage: Int?) {
        partCount += 1
        if stage == nil { isPlaced = false }
        let place = SearchPlace(key: key, part: part, stage: stage ?? 0)
        if let last = places.last, last.key == key {
            if place.stage >= last.stage { places[places.count - 1] = place }
            isOfSingleParts = false
        } else {
            places.append(place)
        }
    }

    /// Leaves what is above the limit out.
    mutating func cut(to limit: Int) {
        guard places.count > limit else { return }
        places.removeLast(places.count - limit)
        isWhole = false
    }
}
