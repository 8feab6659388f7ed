import DocumentReading
import Testing

@testable import ReaderProcess

@Suite("settings of the reading processes")
struct SettingsTests {
    @Test("each limit is changed by its own setting and by no other")
    func each() throws {
        let paths: [(String, WritableKeyPath<ReadingLimits, Int>)] = [
            ("GONGKAI_READ_MAX_BYTES", \.fileBytes), ("GONGKAI_READ_MAX_PAGES", \.pages),
            ("GONGKAI_READ_MAX_UNPACKED", \.unpackedBytes), ("GONGKAI_READ_MAX_RATIO", \.unpackedRatio),
            ("GONGKAI_READ_MAX_DEPTH", \.depth), ("GONGKAI_READ_MAX_CELLS", \.tableCells),
            ("GONGKAI_READ_MAX_FILES", \.archiveFiles), ("GONGKAI_READ_SECONDS", \.seconds),
            ("GONGKAI_READ_CONVERT_SECONDS", \.conversionSeconds),
        ]
        for (name, path) in paths {
            var expected = ReadingLimits()
            expected[keyPath: path] = 7
            #expect(try ReadingLimits.fromEnvironment { $0 == name ? "7" : nil } == expected)
        }
    }

    @Test("memory is a setting of its own with a floor below which nothing can be read")
    func memory() throws {
        #expect(
            try ReadingLimits.fromEnvironment { $0 == "GONGKAI_READ_MAX_MEMORY" ? "256M" : nil }.memoryBytes
                == 256 << 20)
        #expect(throws: SettingError.self) {
            try ReadingLimits.fromEnvironment { $0 == "GONGKAI_READ_MAX_MEMORY" ? "1M" : nil }
        }
    }

    @Test(
        "bytes may be written with K, M and G",
        arguments: [("10k", 10 << 10), ("50M", 50 << 20), ("1G", 1 << 30), ("9", 9)])
    func units(text: String, bytes: Int) throws {
        #expect(try ReadingLimits.fromEnvironment { $0 == "GONGKAI_READ_MAX_BYTES" ? text : nil }.fileBytes == bytes)
    }

    @Test("nothing set, or set to nothing, leaves the limits as shipped")
    func unset() throws {
        #expect(try ReadingLimits.fromEnvironment { _ in nil } == ReadingLimits())
        #expect(try ReadingLimits.fromEnvironment { _ in "" } == ReadingLimits())
    }

    @Test(
        "a value that is no number or out of range is refused by name, never rounded or ignored",
        arguments: [
            ("GONGKAI_READ_SECONDS", "0"), ("GONGKAI_READ_SECONDS", "-1"), ("GONGKAI_READ_SECONDS", "20s"),
            ("GONGKAI_READ_SECONDS", "1.5"), ("GONGKAI_READ_MAX_PAGES", "5M"), ("GONGKAI_READ_MAX_BYTES", "M"),
            ("GONGKAI_READ_MAX_BYTES", "99999999999999999999"), ("GONGKAI_READ_MAX_BYTES", "9999999999999999G"),
            ("GONGKAI_READ_DOCUMENTS_PER_CHILD", "0"), ("GONGKAI_READ_WITHOUT_SECCOMP", "yes"),
            ("GONGKAI_READERS", "0"), ("GONGKAI_READ_CONVERT", "2"), ("GONGKAI_READ_CONVERT", "ja"),
        ])
    func refused(name: String, value: String) {
        let error = #expect(throws: SettingError.self) {
            try ReaderSettings.fromEnvironment { $0 == name ? value : nil }
        }
        #expect(error?.name == name)
        #expect(error?.message.contains("“\(value)”") == true)
    }

    @Test("the filter can be done without only by saying so")
    func withoutFilter() throws {
        #expect(try !ReaderSettings.fromEnvironment { _ in nil }.withoutSeccomp)
        #expect(
            try ReaderSettings.fromEnvironment { $0 == "GONGKAI_READ_WITHOUT_SECCOMP" ? "1" : nil }.withoutSeccomp)
    }

    @Test("old files are converted unless the setting or the caller says otherwise; the setting wins")
    func conversion() throws {
        #expect(ReaderSettings().convertsOldFiles)
        #expect(try !ReaderSettings.fromEnvironment(convertsOldFiles: false) { _ in nil }.convertsOldFiles)
        for (value, expected) in [("0", false), ("1", true)] {
            for shipped in [false, true] {
                let settings = try ReaderSettings.fromEnvironment(convertsOldFiles: shipped) {
                    $0 == "GONGKAI_READ_CONVERT" ? value : nil
                }
                #expect(settings.convertsOldFiles == expected)
            }
        }
    }

    @Test("a child is told every limit")
    func told() throws {
        var settings = ReaderSettings(documentsPerChild: 3)
        for (index, limit) in LimitSetting.all.enumerated() { settings.limits[keyPath: limit.path] = index + 1 }
        settings.withoutSeccomp = true
        let told = try #require(WorkerArguments(WorkerArguments(settings).words))
        #expect(told == WorkerArguments(settings))
        #expect(told.limits == settings.limits)
    }

    @Test(
        "a child that is told something unknown does not start",
        arguments: ["speed=1", "pages=x", "pages=0", "verbose"])
    func unknown(word: String) {
        #expect(WorkerArguments([word]) == nil)
    }
}
