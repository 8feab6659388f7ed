/// Whether two names can be of one organ.
///
/// Documents shorten the names of organs (市人社局 for 市人力资源和社会保障局), leave out the place or add the office
/// that writes (…人民政府办公室). Two names are taken for different organs only when little of the shorter one's own
/// words is found in the other.
enum AgencyName {
    /// Words that say what kind of organ it is, not which.
    private static let kinds: Set<Character> = [
        "局", "委", "员", "会", "办", "公", "室", "厅", "院", "处", "事", "所", "站", "部", "人", "民", "政", "府", "区", "县",
        "市", "省", "州", "镇", "乡", "街", "道", "管", "理", "和",
    ]

    static func mayBeSame(_ a: String, _ b: String) -> Bool {
        if a.isEmpty || b.isEmpty || a == b || a.contains(b) || b.contains(a) { return true }
        // The place that both begin with says nothing about which organ it is.
        let (rest1, rest2) = withoutCommonStart(a, b)
        let own1 = rest1.filter { !kinds.contains($0) }
        let own2 = rest2.filter { !kinds.contains($0) }
        if own1.isEmpty || own2.isEmpty { return true }
        let (short, long) = own1.count <= own2.count ? (own1, rest2) : (own2, rest1)
        let found = short.count { long.contains($0) }
        return found * 2 >= short.count
    }

    private static func withoutCommonStart(_ a: String, _ b: String) -> (Substring, Substring) {
        var first = a[...]
        var second = b[...]
        while let x = first.first, x == second.first {
            first.removeFirst()
            second.removeFirst()
        }
        return (first, second)
    }
}
