import Foundation
import HTTPCore
import TestSupport
import Testing

@testable import Web

@Suite("English pages")
struct EnglishPagesTests {
    /// Texts of the statutory form, and of what the rules say of a report, are shown as they are in Chinese.
    private static let cookie = ["lang=en"]

    @Test("every page in English says nothing in Chinese that is not marked so", arguments: PageSample.all.indices)
    func samples(index: Int) throws {
        let sample = PageSample.all[index]
        guard sample.isPage else { return }
        let fixture = try WebFixture.shared.get()
        for address in sample.addresses {
            let response = try fixture.get(address, cookies: Self.cookie)
            guard response.isPage else { continue }
            EnglishCheck.expect(response.text, address)
        }
    }

    @Test("pages that say what is wrong with an address do so in English", arguments: PageSample.errors.indices)
    func errors(index: Int) throws {
        let error = PageSample.errors[index]
        // What is no address never becomes a request.
        guard (try? Request(method: .get, target: error.address)) != nil else { return }
        let response = try WebFixture.shared.get().get(error.address, cookies: Self.cookie)
        EnglishCheck.expect(response.text, error.address)
    }
}

/// Holds a page against the rule.
enum EnglishCheck {
    static func expect(_ page: String, _ name: String, _ location: SourceLocation = #_sourceLocation) {
        let faults = SpokenText(page).faults
        if let folder = ProcessInfo.processInfo.environment["ENGLISH_LIST"] {
            let text = faults.map { "\(name)\t\($0)\n" }.joined()
            if let file = FileHandle(forWritingAtPath: folder) {
                file.seekToEndOfFile()
                file.write(Data(text.utf8))
            }
        }
        #expect(faults == [], "\(name)", sourceLocation: location)
        #expect(page.contains("<html lang=\"en\""), "\(name)", sourceLocation: location)
    }
}
