/// Sixteen bytes looked at together, in plain arithmetic that the compiler turns into one wide instruction each: what a
/// look finds is the top bit of each byte concerned, and the lower bits say nothing.
///
/// Comparisons of the standard library's vectors would say the same, but are compiled to loops over their bytes.
@frozen
public struct ByteBlock {
    /// How many bytes are looked at.
    @inlinable public static var width: Int { 16 }

    /// What is found in a block: the top bits of `bits` count.
    public typealias Found = SIMD16<UInt8>

    /// The bytes.
    @usableFromInline let bytes: SIMD16<UInt8>

    /// The sixteen bytes from a place on, which must all be there.
    @inlinable @inline(__always)
    public init(_ source: UnsafeRawBufferPointer, _ place: Int) {
        bytes = source.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
    }

    @inlinable @inline(__always)
    init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

    /// The bytes that are one byte.
    @inlinable @inline(__always)
    public func equal(_ byte: UInt8) -> Found { (bytes ^ Self.all(byte)).nought }

    /// The bytes that are one byte or another, once the bits of `mask` alone are left of them.
    @inlinable @inline(__always)
    public func equal(_ byte: UInt8, under mask: UInt8) -> Found { (bytes & Self.all(mask) ^ Self.all(byte)).nought }

    /// The bytes that are less than one byte, which is 0x80 at most.
    @inlinable @inline(__always)
    public func less(than byte: UInt8) -> Found { (bytes &- Self.all(byte)) & ~bytes }

    /// Of the bytes beyond ASCII, those from one byte on and before another; of others it may say anything.
    @inlinable @inline(__always)
    public func highBytes(from first: UInt8, before end: UInt8) -> Found {
        let low = bytes & Self.all(0x7F)
        return (low &+ Self.all(0x80 &- (first & 0x7F))) & ~(low &+ Self.all(0x80 &- (end & 0x7F)))
    }

    /// The bytes that continue a character of UTF-8.
    @inlinable @inline(__always)
    public var continuing: Found { bytes & ~(bytes &+ bytes) }

    /// The bytes that begin a character of UTF-8 of two bytes or more.
    @inlinable @inline(__always)
    public var beginning: Found { bytes & (bytes &+ bytes) }

    /// The control characters of ASCII but HT, LF, VT, FF and CR.
    @inlinable @inline(__always)
    public var controls: Found {
        let fromTab = ByteBlock(bytes &- Self.all(0x09))
        let all = ((bytes &- Self.all(0x20)) | (bytes &+ Self.all(1))) & ~bytes
        return all & ~fromTab.less(than: 5)
    }

    /// Whether something was found.
    @inlinable @inline(__always)
    public static func holds(_ found: Found) -> Bool {
        let halves = unsafeBitCast(found & all(0x80), to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] != 0
    }

    /// Where something was found first, counted from the beginning of the block; nil where nothing was.
    @inlinable @inline(__always)
    public static func first(_ found: Found) -> Int? {
        let halves = unsafeBitCast(found & all(0x80), to: SIMD2<UInt64>.self)
        if halves[0] != 0 { return UInt64(littleEndian: halves[0]).trailingZeroBitCount / 8 }
        return halves[1] != 0 ? 8 + UInt64(littleEndian: halves[1]).trailingZeroBitCount / 8 : nil
    }

    @inlinable @inline(__always)
    static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
}

extension SIMD16<UInt8> {
    /// The bytes that are nought.
    @inlinable @inline(__always)
    var nought: SIMD16<UInt8> { (self &- SIMD16(repeating: 1)) & ~self }
}
