import DocumentReading
import Foundation
import ReaderProcess
import TestSupport
import Testing

/// Pools over the built program whose children obey documents named `self-test …`.
enum SelfTestReader {
    /// A pool; times are generous unless a test is about them, for the machine may be busy.
    static func pool(
        deadline: Duration = .seconds(600), documentsPerChild: Int = 64, readers: Int = 1,
        _ change: (inout ReaderSettings) -> Void = { _ in }
    ) throws -> ReaderPool {
        var settings = ReaderSettings(documentsPerChild: documentsPerChild, readers: readers)
        settings.executable = try CommandRunner().executable.path
        settings.selfTest = true
        settings.limits.seconds = 600
        settings.deadline = deadline
        change(&settings)
        return ReaderPool(settings)
    }

    /// How the reading of a document of that name ended.
    static func outcome(_ pool: ReaderPool, _ name: String, bytes: [UInt8] = []) -> DocumentError {
        do throws(DocumentError) {
            _ = try pool.readJSON(name: name, bytes: bytes)
            return DocumentError(code: "read", message: "")
        } catch {
            return error
        }
    }
}
