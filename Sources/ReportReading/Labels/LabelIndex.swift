/// Roles by key: a table with open addresses over one buffer of keys, so that looking up allocates nothing.
struct LabelIndex {
    private struct Entry {
        var key: Range<Int>
        var role: LabelRole
    }

    /// The longest key looked up; longer text is no label.
    static let longest = 64
    private var keys: [UInt16] = []
    private var entries: [Entry] = []
    /// Indices into `entries`, -1 where free; a power of two of them.
    private var slots: [Int32]

    /// An index of roles by key.
    init(_ roles: [[UInt16]: LabelRole]) {
        var size = 64
        while size < roles.count * 4 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for (key, role) in roles {
            var slot = key.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(entries.count)
            entries.append(Entry(key: keys.count..<keys.count + key.count, role: role))
            keys += key
        }
    }

    /// The role of a key; nil for unknown words.
    func role(_ key: UnsafeBufferPointer<UInt16>) -> LabelRole? {
        guard !key.isEmpty, key.count <= Self.longest else { return nil }
        let mask = slots.count - 1
        var slot = Self.hash(key) & mask
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.key.count == key.count, isEqual(key, entry.key.lowerBound) { return entry.role }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func isEqual(_ key: UnsafeBufferPointer<UInt16>, _ start: Int) -> Bool {
        for index in key.indices where key[index] != keys[start + index] { return false }
        return true
    }

    /// The ends and the middle tell labels apart; what collides is compared whole.
    private static func hash(_ key: UnsafeBufferPointer<UInt16>) -> Int {
        guard !key.isEmpty else { return 0 }
        let ends = UInt64(key[0]) << 32 | UInt64(key[key.count - 1]) << 16 | UInt64(key[key.count / 2])
        return Int(truncatingIfNeeded: ((ends ^ UInt64(key.count) << 48) &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
