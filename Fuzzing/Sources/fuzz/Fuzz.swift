import Glibc

/// The reader that this run feeds, by the setting `FUZZ_READER`.
private let reader: ReaderUnderTest = {
    let name = getenv("FUZZ_READER").map { String(cString: $0) } ?? ""
    guard let reader = ReaderUnderTest(rawValue: name) else {
        let known = ReaderUnderTest.allCases.map(\.rawValue).joined(separator: " ")
        print("FUZZ_READER must be one of: \(known)")
        exit(64)
    }
    return reader
}()

/// Called by libFuzzer with each input. Refusals are fine; a crash, a hang or an overrun is what is looked for.
@_cdecl("LLVMFuzzerTestOneInput")
public func feed(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    reader.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
    _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry of the program under the name that the package manager gives it; libFuzzer's own `main` is left out.
@_cdecl("fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { feed($0, $1) }
}
