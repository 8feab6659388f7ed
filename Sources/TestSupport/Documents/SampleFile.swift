/// Small files that have the frame of their kind and nothing in it.
public enum SampleFile {
    /// A PDF with a line of text behind its head.
    public static func pdf(_ text: String = "") -> [UInt8] { Array("%PDF-1.7 \(text)\n%%EOF\n".utf8) }

    /// A picture of a camera.
    public static let jpg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 1, count: 16) + [0xFF, 0xD9]

    /// A PNG with a head and an end.
    public static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [UInt8](repeating: 0, count: 17) + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]

    /// An archive with the parts of a document; `names` in place of those of a document of a word processor.
    public static func docx(_ names: [String] = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]) -> [UInt8]
    {
        var builder = ZipBuilder()
        for name in names { builder.add(name, "<x/>") }
        return builder.bytes()
    }
}
