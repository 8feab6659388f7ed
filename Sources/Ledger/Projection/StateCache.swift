/// The states of the subjects met last, while the entries of a ledger go by; bounded, however many subjects there are.
///
/// Two generations: what is asked for again moves to the young one, and when that is full the old one is forgotten.
struct StateCache {
    /// States kept in each generation.
    let limit: Int
    private var young: [Place: any Sendable] = [:]
    private var old: [Place: any Sendable] = [:]

    struct Place: Hashable {
        let office: Int64
        let subject: SubjectKey
    }

    init(limit: Int) { self.limit = max(limit, 1) }

    /// Takes a state out; nil where it was forgotten or never known.
    mutating func take(_ place: Place) -> (any Sendable)? {
        young.removeValue(forKey: place) ?? old.removeValue(forKey: place)
    }

    mutating func put(_ state: any Sendable, at place: Place) {
        if young.count >= limit {
            old = young
            young = [:]
        }
        young[place] = state
    }
}
