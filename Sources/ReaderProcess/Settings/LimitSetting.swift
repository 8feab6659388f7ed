public import DocumentReading
internal import Glibc

extension ReadingLimits {
    /// The limits as shipped, changed by the settings named in the type's comments.
    ///
    /// Byte settings take K, M and G. A value that is no number or out of range is an error that names the setting:
    /// a limit is never silently another one than the office wrote down.
    ///
    /// - Parameter environment: looks a setting up; the environment of the process where left out.
    public static func fromEnvironment(
        _ environment: (String) -> String? = ReaderSettings.environmentValue
    ) throws(SettingError) -> ReadingLimits {
        var limits = ReadingLimits()
        for limit in LimitSetting.all {
            if let value = try limit.setting.value(in: environment) { limits[keyPath: limit.path] = value }
        }
        return limits
    }
}

/// One limit, the setting that changes it and the word the child process is told it by.
struct LimitSetting {
    /// The word in the arguments of the child process.
    var word: String
    /// The setting of the environment.
    var setting: NumberSetting
    /// The limit.
    var path: WritableKeyPath<ReadingLimits, Int>

    /// Every limit.
    static var all: [LimitSetting] {
        [
            LimitSetting("bytes", "GONGKAI_READ_MAX_BYTES", 1...(1 << 31), \.fileBytes, isBytes: true),
            LimitSetting("pages", "GONGKAI_READ_MAX_PAGES", 1...100_000, \.pages),
            LimitSetting("unpacked", "GONGKAI_READ_MAX_UNPACKED", 1...(1 << 33), \.unpackedBytes, isBytes: true),
            LimitSetting("ratio", "GONGKAI_READ_MAX_RATIO", 1...100_000, \.unpackedRatio),
            LimitSetting("depth", "GONGKAI_READ_MAX_DEPTH", 1...10_000, \.depth),
            LimitSetting("cells", "GONGKAI_READ_MAX_CELLS", 1...100_000_000, \.tableCells),
            LimitSetting("files", "GONGKAI_READ_MAX_FILES", 1...1_000_000, \.archiveFiles),
            LimitSetting("seconds", "GONGKAI_READ_SECONDS", 1...3_600, \.seconds),
            LimitSetting("conversion", "GONGKAI_READ_CONVERT_SECONDS", 1...3_600, \.conversionSeconds),
            LimitSetting(
                "memory", "GONGKAI_READ_MAX_MEMORY", (16 << 20)...(1 << 36), \.memoryBytes, isBytes: true),
        ]
    }

    private init(
        _ word: String, _ name: String, _ range: ClosedRange<Int>, _ path: WritableKeyPath<ReadingLimits, Int>,
        isBytes: Bool = false
    ) {
        self.word = word
        setting = NumberSetting(name: name, range: range, isBytes: isBytes)
        self.path = path
    }
}
