/// The article of a page that keeps it, as text, in a text area or a template for its script to put in place.
enum HeldArticle {
    /// The longest such text that holds a table, as a page of its own; nil where there is none.
    static func find(in page: ArraySlice<UInt8>) -> [UInt8]? {
        var longest: [UInt8]?
        var index = page.startIndex
        while let open = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            let name: String
            if begins(page[open...], "<textarea") {
                name = "textarea"
            } else if begins(page[open...], "<script") {
                name = "script"
            } else {
                continue
            }
            guard let tagEnd = page[open...].firstIndex(of: UInt8(ascii: ">")) else { break }
            let end = closing(page, from: tagEnd + 1, "</" + name)
            index = end
            if name == "script", !isTemplate(page[open..<tagEnd]) { continue }
            let content = page[(tagEnd + 1)..<end]
            guard content.count > (longest?.count ?? 0) else { continue }
            if holdsTable(content) {
                longest = Array(content)
            } else {
                let decoded = decoded(content)
                if holdsTable(decoded[...]) { longest = decoded }
            }
        }
        return longest
    }

    private static func isTemplate(_ tag: ArraySlice<UInt8>) -> Bool {
        let tag = tag.map { $0 | 0x20 }
        return tag.holds("template") || tag.holds("text/html") || tag.holds("text/plain")
    }

    private static func holdsTable(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.holds("<table") || bytes.holds("<TABLE")
    }

    private static func begins(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
        bytes.count >= word.utf8.count && zip(bytes, word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }

    private static func closing(_ page: ArraySlice<UInt8>, from start: Int, _ tag: String) -> Int {
        var index = start
        while let next = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            if begins(page[next...], tag) { return next }
            index = next + 1
        }
        return page.endIndex
    }

    /// The text with the entities that escape markup read once; all others are read with the article.
    private static func decoded(_ content: ArraySlice<UInt8>) -> [UInt8] {
        let entities: [(String, UInt8)] = [
            ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#34;", 0x22), ("&#39;", 0x27), ("&#x27;", 0x27),
            ("&apos;", 0x27), ("&amp;", 0x26),
        ]
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var index = content.startIndex
        while index < content.endIndex {
            if content[index] == UInt8(ascii: "&"),
                let (entity, byte) = entities.first(where: { content[index...].starts(with: $0.0.utf8) })
            {
                result.append(byte)
                index += entity.utf8.count
            } else {
                result.append(content[index])
                index += 1
            }
        }
        return result
    }
}
