/// Where characters stand against the line: a raised or lowered figure is a note or an index, never a digit of the
/// number beside it.
enum TextLevel {
    case line, raised, lowered

    /// Whether characters of different levels must be set apart: where a figure stands on either side, `21¹` would
    /// become 211. Words may join.
    static func parts(_ last: UInt8?, _ next: UInt8?) -> Bool {
        guard let last, let next, last > 0x20, next > 0x20 else { return false }
        return isFigure(last) || isFigure(next)
    }

    private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension DocumentNote {
    /// Text that is struck out was left out.
    static var struckText: DocumentNote {
        DocumentNote(code: "struck_text", message: "文件中有加删除线的文字，已视为删去，未读取。请定稿后再发布。")
    }
}
