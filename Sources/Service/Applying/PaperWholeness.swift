/// Whether a file is all there, as far as its frame tells: least length, end mark, and for an archive the names in its
/// directory. Nothing inside is unpacked or decoded: what an unknown person hands in is only looked at.
///
/// Example: a PDF without `%%EOF` was cut off while it was sent; an archive without `word/document.xml` is no document.
/// Source: ISO 32000-1, 7.5; ITU-T T.81, B.1; PNG, 5.2; APPNOTE 4.3; ECMA-376-2, 9.
enum PaperWholeness {
    /// True where the frame of the kind is there.
    static func holds(_ bytes: [UInt8], as format: PaperFormat) -> Bool {
        switch format {
        case .pdf: contains(Array("%%EOF".utf8), in: bytes.dropFirst(5).suffix(65_536))
        // Cameras write more behind the picture, so that the mark may stand anywhere.
        case .jpg: bytes.count >= 16 && contains([0xFF, 0xD9], in: bytes[4...])
        case .png: bytes.count >= 45 && bytes[12..<16].elementsEqual("IHDR".utf8) && contains(pngEnd, in: bytes[33...])
        case .docx: isDocument(bytes, folder: "word/", part: "document")
        case .xlsx: isDocument(bytes, folder: "xl/", part: "workbook")
        }
    }

    /// The last chunk of a PNG with its checksum.
    private static let pngEnd: [UInt8] = Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]

    private static func contains(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= mark.count else { return false }
        return (bytes.startIndex...(bytes.endIndex - mark.count)).contains { place in
            bytes[place] == mark[0] && bytes[place..<place + mark.count].elementsEqual(mark)
        }
    }

    /// True where the directory of an archive names the list of types and the main part.
    private static func isDocument(_ bytes: [UInt8], folder: String, part: String) -> Bool {
        guard let names = directory(of: bytes) else { return false }
        return names.contains("[Content_Types].xml")
            && names.contains { name in
                // Some programs number it: word/document2.xml.
                name.hasPrefix(folder + part) && name.hasSuffix(".xml") && !name.dropFirst(folder.count).contains("/")
            }
    }

    /// The most entries that are looked at.
    private static let entryLimit = 10_000

    /// The names in the central directory; nil where there is none that fits.
    private static func directory(of bytes: [UInt8]) -> Set<String>? {
        let end = bytes.count - 22
        guard end >= 0 else { return nil }
        // The end of the directory stands last, before a comment of 65,535 bytes at most.
        let lowest = max(0, end - 65_535)
        guard
            let place = (lowest...end).last(where: { place in
                bytes[place] == 0x50 && bytes[place..<place + 4].elementsEqual([0x50, 0x4B, 0x05, 0x06])
            })
        else { return nil }
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        var entry = number(place + 16, 4)
        var names: Set<String> = []
        for _ in 0..<min(number(place + 10, 2), entryLimit) {
            guard entry + 46 <= place, bytes[entry..<entry + 4].elementsEqual([0x50, 0x4B, 0x01, 0x02]) else {
                return nil
            }
            let length = number(entry + 28, 2)
            guard entry + 46 + length <= place else { return nil }
            names.insert(String(decoding: bytes[entry + 46..<entry + 46 + length], as: UTF8.self))
            entry += 46 + length + number(entry + 30, 2) + number(entry + 32, 2)
        }
        return names
    }
}
