public import Disclosure

/// A file as it is handed in.
public struct HandedInFile: Sendable {
    /// Where it was chosen.
    public let slot: ApplicationSlot
    /// Its name.
    public let name: String
    /// Its content; empty where it was thrown away.
    public let bytes: [UInt8]
    /// How many bytes it had, where it was beyond the limits and was thrown away while it came; nil for what is here.
    public let droppedBytes: Int?

    /// A file.
    public init(_ slot: ApplicationSlot, name: String, bytes: [UInt8], droppedBytes: Int? = nil) {
        self.slot = slot
        self.name = name
        self.bytes = bytes
        self.droppedBytes = droppedBytes
    }

    /// Its name as it is shown: one line, without folders.
    public var shownName: String { PaperLabel.plain(name) }

    /// What is said of it where a form was refused and could not keep it.
    public var forgotten: Finding {
        Finding(
            .fileForgotten, field: slot.rawValue, "文件“\(shownName)”这次没有留下。", remedy: "请重新选择。",
            english: .init("The file “\(shownName)” was not kept.", remedy: "Choose it again."))
    }

    /// Why it cannot be taken; nil where it can.
    ///
    /// - Parameter keepsOthers: true where the other files of the same form are kept all the same, which is then said.
    public func finding(_ limits: ApplicationLimits, keepsOthers: Bool = false) -> Finding? {
        let others = keepsOthers ? "；其他文件已经保留。" : "。"
        let kept = keepsOthers ? " The other files are kept." : ""
        let shown = shownName
        let kinds = limits.formats.map(\.chineseText).joined(separator: "、")
        if bytes.isEmpty, droppedBytes == nil {
            return Finding(
                .fileEmpty, field: slot.rawValue, "文件“\(shown)”是空的。", remedy: "请核对后重新选择。",
                english: .init("The file “\(shown)” is empty.", remedy: "Check it and choose it again."))
        }
        if droppedBytes ?? bytes.count > limits.fileBytes {
            return Finding(
                .fileTooLarge, field: slot.rawValue, "文件“\(shown)”超过 \(limits.fileBytes >> 20) MB，没有保存。",
                remedy: "请缩小图片或者分成几份后重新选择\(others)",
                english: .init(
                    "The file “\(shown)” is larger than \(limits.fileBytes >> 20) MB and was not taken.",
                    remedy: "Make the pictures smaller or split it, then choose it again.\(kept)"))
        }
        if droppedBytes != nil {
            // It is small enough by itself, but there was no room beside the others of the form.
            return Finding(
                .fileTooLarge, field: slot.rawValue,
                "文件“\(shown)”没有保存：一次提交的文件合计不能超过 \(limits.filesBytes >> 20) MB。",
                remedy: "请分几次提交，或者缩小后重新选择\(others)",
                english: .init(
                    "The file “\(shown)” was not taken: the files of one form may have \(limits.filesBytes >> 20) MB together.",
                    remedy: "Send them in several forms, or make it smaller and choose it again.\(kept)"))
        }
        guard let format = PaperFormat(of: bytes), limits.formats.contains(format) else {
            return Finding(
                .fileFormat, field: slot.rawValue, "文件“\(shown)”的格式不能接收，没有保存。",
                remedy: "可以接收：\(kinds)。请另存为其中一种后重新选择\(others)",
                english: .init(
                    "The file “\(shown)” is of a kind that cannot be taken.",
                    remedy:
                        "Save it as \(limits.formats.map(\.englishText).joined(separator: ", ")), then choose it again.\(kept)"
                ))
        }
        guard PaperWholeness.holds(bytes, as: format) else {
            let (kind, englishKind) = (format.chineseText, format.englishText)
            return Finding(
                .fileDamaged, field: slot.rawValue, "文件“\(shown)”不是完整的\(kind)文件，没有保存。",
                remedy: "可能没有传完、已经损坏，或者只改了文件名。请打开核对，另存或者重新扫描后再选择\(others)",
                english: .init(
                    "The file “\(shown)” is not a complete \(englishKind) file.",
                    remedy:
                        "It may be cut off, damaged, or only renamed. Open it, save or scan it anew, then choose it again.\(kept)"
                ))
        }
        return nil
    }
}

extension Finding.Code {
    /// A file without content.
    public static let fileEmpty = Self("file.empty")
    /// A file beyond the limit.
    public static let fileTooLarge = Self("file.too_large")
    /// A file of a kind that is not taken.
    public static let fileFormat = Self("file.format")
    /// A file that begins as its kind does and is not all there.
    public static let fileDamaged = Self("file.damaged")
    /// A file that could not be kept with the rest of a form.
    public static let fileForgotten = Self("file.forgotten")
    /// More files than are taken.
    public static let fileTooMany = Self("file.too_many")

    /// Those that are said of a file.
    public static let ofFiles: Set<Self> = [fileEmpty, fileTooLarge, fileFormat, fileDamaged, fileTooMany]
}
