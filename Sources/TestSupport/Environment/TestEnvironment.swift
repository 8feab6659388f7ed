public import Foundation
public import Testing

/// What the machine that runs the tests has and what was asked of this run.
///
/// A suite that needs something which may be absent says so with a trait, so that the runner prints why it was
/// left out: `@Suite(.enabled(if: TestEnvironment.hasSharedFolder, TestEnvironment.sharedFolderIsAbsent))`.
public enum TestEnvironment {
    /// The folder of the package.
    public static let packageFolder = URL(filePath: #filePath)
        .deletingLastPathComponent()  // Environment
        .deletingLastPathComponent()  // TestSupport
        .deletingLastPathComponent()  // Sources
        .deletingLastPathComponent()
        .standardizedFileURL

    /// Whether `./test --quick` was asked for, which leaves out PostgreSQL, browser and soak.
    public static let isQuick = ProcessInfo.processInfo.environment["GONGKAI_TEST_QUICK"] == "1"

    /// Whether this is a run of continuous integration, where no suite may be left out for want of a program.
    public static let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"].map { !$0.isEmpty } ?? false

    /// The folder of real reports beside the package, which is not part of it; nil where it is absent.
    public static let sharedFolder: URL? = {
        let folder = packageFolder.deletingLastPathComponent().appending(path: "shared", directoryHint: .isDirectory)
        let corpus = folder.appending(path: "corpus", directoryHint: .isDirectory)
        return FileManager.default.fileExists(atPath: corpus.path) ? folder : nil
    }()

    /// Whether the real reports are there.
    public static var hasSharedFolder: Bool { sharedFolder != nil }

    /// The script of the accessibility engine axe-core, loaded into pages by browser tests; nil where absent.
    public static let accessibilityEngine = testTool("axe.min.js")

    /// The Java archive of the Nu checker of pages; nil where absent.
    public static let markupChecker = testTool("vnu.jar")

    private static func testTool(_ name: String) -> URL? {
        let file = packageFolder.appending(path: ".build/test-tools/\(name)")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    /// Whether Chromium, its driver and the accessibility engine are there.
    public static var hasBrowser: Bool {
        tool("chromedriver") != nil && (tool("chromium") ?? tool("google-chrome")) != nil && accessibilityEngine != nil
    }

    /// A program of the machine, found on the path; nil where it is absent.
    public static func tool(_ name: String) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Why a suite over the real reports was left out.
    public static let sharedFolderIsAbsent: Comment =
        "Left out: the folder of real reports (../shared beside the package) is absent."

    /// Why a browser or soak suite was left out.
    public static let quickWasAskedFor: Comment = "Left out: ./test --quick leaves out browser and soak."

    /// Why a suite in a real browser was left out.
    public static let browserIsAbsent: Comment =
        "Left out: Chromium, its driver or the accessibility engine is absent (scripts/install.sh test)."
}

extension Trait where Self == ConditionTrait {
    /// Runs only where the real reports are, and says so where they are not.
    public static var overSharedFolder: Self {
        .enabled(if: TestEnvironment.hasSharedFolder, TestEnvironment.sharedFolderIsAbsent)
    }

    /// Runs only where a browser with the accessibility engine is, and says so where none is.
    public static var inBrowser: Self {
        .enabled(if: TestEnvironment.hasBrowser, TestEnvironment.browserIsAbsent)
    }

    /// Left out by `./test --quick`.
    public static var slow: Self {
        .disabled(if: TestEnvironment.isQuick, TestEnvironment.quickWasAskedFor)
    }
}
