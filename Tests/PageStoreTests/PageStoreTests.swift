import HTTPCore
import PageStore
import TestSupport
import Testing

@Suite("Pages that are kept")
struct PageStoreTests {
    private static let start = PageMoment(revision: 1, era: 0)
    private let standing = PageStanding(start)

    private func page(_ bytes: [UInt8], _ basis: PageBasis = .everything, isComplete: Bool = true) -> KeptPage {
        let tag = ETag(of: bytes)
        var response = Response.html(bytes).setting("ETag", tag.headerValue)
        response.isComplete = isComplete
        return KeptPage(response, basis: basis, drawnAt: Self.start)
    }

    private func page(_ size: Int, _ number: Int = 1) -> KeptPage {
        page([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: size))
    }

    private func key(_ number: Int, variant: UInt8 = 0, day: Int32? = nil) -> PageKey {
        PageKey(path: "/info/office.item-\(number)", variant: variant, day: day)
    }

    @Test("the memory keeps within its bound, and lets go of pages not asked for")
    func memoryBound() {
        let store = PageStore(memoryBytes: 10_000)
        for number in 0..<50 {
            store.keep(page(400), for: key(number))
            _ = store.page(key(0), standing)
            #expect(store.memoryBytes <= 10_000)
        }
        #expect(store.page(key(0), standing) != nil)
        #expect(store.page(key(1), standing) == nil)
        store.keep(page(6_000), for: key(99))
        #expect(store.page(key(99), standing) == nil, "a page larger than a quarter is not kept")
        #expect(PageStore(memoryBytes: 0).page(key(0), standing) == nil)
        let none = PageStore(memoryBytes: 0)
        none.keep(page(10), for: key(0))
        #expect(none.page(key(0), standing) == nil, "0 keeps nothing")
    }

    @Test("what the memory lets go of is found in the file, byte by byte with its headers, until that comes round")
    func file() throws {
        let folder = TemporaryFolder()
        let store = PageStore(memoryBytes: 8_000, folder: folder.file("cache"), fileBytes: 20_000)
        #expect(store.hasFile)
        for number in 0..<200 { store.keep(page(500 + number, number), for: key(number)) }
        var found = 0
        for number in 0..<200 {
            guard let kept = store.page(key(number), standing) else { continue }
            found += 1
            let expected = page(500 + number, number).response
            #expect(kept.response == expected)
        }
        // The memory holds some seven, the file some thirty.
        #expect(found > 20 && found < 60, "\(found)")
        #expect(store.page(key(199), standing) != nil && store.page(key(0), standing) == nil)
    }

    @Test("pages of one address differ by view and day, in memory and in the file")
    func variants() {
        let folder = TemporaryFolder()
        let store = PageStore(memoryBytes: 4_000, folder: folder.path, fileBytes: 100_000)
        for variant in 0..<16 { store.keep(page(300, variant), for: key(1, variant: UInt8(variant))) }
        for variant in 0..<16 {
            #expect(store.page(key(1, variant: UInt8(variant)), standing)?.response.body.first == UInt8(variant))
        }
        #expect(store.page(key(1, variant: 17), standing) == nil)
        #expect(store.page(key(1, variant: 3, day: 20_000), standing) == nil)
    }

    @Test("a page that no longer holds is found neither in memory nor in the file; that of another office is")
    func changes() {
        let folder = TemporaryFolder()
        let store = PageStore(memoryBytes: 4_000, folder: folder.path, fileBytes: 100_000)
        for number in 0..<20 {
            let basis = PageBasis.office(number % 2 == 0 ? "even" : "odd")
            store.keep(page([UInt8](repeating: 7, count: 300), basis), for: key(number))
        }
        var later = standing
        later.advance(to: 2, since: 1, everywhere: nil, offices: [(office: "odd", number: 2)])
        for number in 0..<20 {
            #expect((store.page(key(number), later) == nil) == (number % 2 == 1), "\(number)")
        }
    }

    @Test("only a complete answer goes into the file")
    func incomplete() {
        let folder = TemporaryFolder()
        let store = PageStore(memoryBytes: 4_000, folder: folder.path, fileBytes: 100_000)
        for number in 0..<20 {
            store.keep(page([UInt8](repeating: 7, count: 300), isComplete: false), for: key(number))
        }
        #expect((0..<20).count { store.page(key($0), standing) != nil } < 8)
    }

    @Test("without a folder to write in, pages stay in memory")
    func noFolder() {
        let store = PageStore(memoryBytes: 4_000, folder: "/proc/none/cache", fileBytes: 100_000)
        #expect(!store.hasFile)
        store.keep(page(300), for: key(1))
        #expect(store.page(key(1), standing) != nil)
    }

    @Test("asked from many threads at once, every answer is the page of its address")
    func threads() async {
        let folder = TemporaryFolder()
        let store = PageStore(memoryBytes: 10_000, folder: folder.path, fileBytes: 40_000)
        let standing = standing
        await withTaskGroup(of: Bool.self) { group in
            for seed in 0..<4 {
                group.addTask {
                    var random = SeededGenerator(seed: UInt64(seed))
                    for _ in 0..<2_000 {
                        let number = Int.random(in: 0..<120, using: &random)
                        if let kept = store.page(key(number), standing) {
                            let isRight = kept.response.body.allSatisfy { $0 == UInt8(number) }
                            if !isRight || kept.response.body.count != 200 + number { return false }
                        } else {
                            store.keep(page(200 + number, number), for: key(number))
                        }
                    }
                    return true
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("a client that holds the page gets no body")
    func notModified() throws {
        let kept = page(300)
        let tag = try #require(kept.response.headers["ETag"])
        let request = try Request(method: .get, target: "/", headers: Headers([("If-None-Match", tag)]))
        let answer = kept.answer(request)
        #expect(answer.status == .notModified && answer.body.isEmpty && answer.headers["ETag"] == tag)
        #expect(kept.answer(try Request(method: .get, target: "/")).status == .ok)
    }
}
