import Foundation
import TestSupport

/// The demonstration documents, and folders of copies of them for tests.
enum DemoDocuments {
    static let folder = TestEnvironment.packageFolder.appending(path: "Resources/demo")
    static let text = folder.appending(path: "quanzhou-digital-2019.txt").path
    static let page = folder.appending(path: "shishi-bigdata-2020.html").path
    static let pdf = folder.appending(path: "yantai-bigdata-2021.pdf").path
    static let withMistakes = folder.appending(path: "sample-with-mistakes-2021.docx").path

    /// Makes a folder, gives it to `body` and removes it.
    static func inScratch<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = TemporaryFolder()
        return try withExtendedLifetime(folder) { try body(folder.url) }
    }

    /// The objects of lines of JSON.
    static func objects(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
    }
}
