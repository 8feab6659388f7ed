/// The signs in a line that part its cells.
struct LineSigns {
    let hasTab: Bool
    let hasBar: Bool
    let hasBlank: Bool

    /// Looks once at every byte, without a branch, which the compiler turns into wide instructions.
    init(_ bytes: SourceBytes, _ line: Range<Int>) {
        var tabs: UInt8 = 0
        var bars: UInt8 = 0
        var blanks: UInt8 = 0
        for byte in UnsafeBufferPointer(rebasing: bytes[line]) {
            tabs |= byte == 0x09 ? 1 : 0
            bars |= byte == 0x7C ? 1 : 0
            blanks |= byte == 0x20 ? 1 : 0
        }
        hasTab = tabs != 0
        hasBar = bars != 0
        hasBlank = blanks != 0
    }
}
