/// Whether two names can be of one organ.
///
/// Documents shorten the names of organs (市人社局 for 市人力资源和社会保障局), leave out the place or add the office
/// that writes (…人民政府办公室). Two names are taken for different organs only when little of the shorter one's own
/// words is found in the other, or when both name places and no place is named by both.
enum AgencyName {
    /// Words that say what kind of organ it is, not which.
    private static let kinds: Set<Character> = [
        "局", "委", "员", "会", "办", "公", "室", "厅", "院", "处", "事", "所", "站", "部", "人", "民", "政", "府", "区", "县",
        "市", "省", "州", "镇", "乡", "街", "道", "管", "理", "和",
    ]

    static func mayBeSame(_ a: String, _ b: String) -> Bool {
        if a.isEmpty || b.isEmpty || a == b || a.contains(b) || b.contains(a) { return true }
        let (places1, places2) = (places(a), places(b))
        if !places1.isEmpty, !places2.isEmpty, places1.isDisjoint(with: places2) { return false }
        // The place that both begin with says nothing about which organ it is.
        let (rest1, rest2) = withoutCommonStart(a, b)
        let own1 = rest1.filter { !kinds.contains($0) }
        let own2 = rest2.filter { !kinds.contains($0) }
        if own1.isEmpty || own2.isEmpty { return true }
        let (short, long) = own1.count <= own2.count ? (own1, rest2) : (own2, rest1)
        let found = short.count { long.contains($0) }
        return found * 2 >= short.count
    }

    /// The places that a name begins with, without the word that says what kind of place: 福建省石狮市… names 福建, 石狮.
    private static func places(_ name: String) -> Set<Substring> {
        var places: Set<Substring> = []
        var rest = name[...]
        while let end = rest.firstIndex(where: { "省市县区州盟旗镇乡".contains($0) }) {
            let place = rest[..<end]
            // 市场监督管理局 begins with none; no place has a longer name than 西双版纳傣族自治州.
            guard (1...8).contains(place.count), !place.contains("政") else { break }
            places.insert(place)
            rest = rest[end...].dropFirst()
        }
        return places
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
