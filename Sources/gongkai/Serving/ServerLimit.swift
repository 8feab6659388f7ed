import HTTPServer
import ReaderProcess

/// One limit of the server and the setting that changes it.
struct ServerLimit {
    /// The setting of the environment.
    let setting: NumberSetting
    private let apply: (inout ServerSettings, Int) -> Void

    /// Every limit.
    static var all: [ServerLimit] {
        [
            ServerLimit("GONGKAI_HTTP_THREADS", 1...512, \.workerThreads),
            ServerLimit("GONGKAI_HTTP_CONNECTIONS", 1...100_000, \.connectionLimit),
            ServerLimit("GONGKAI_HTTP_CONNECTIONS_PER_ADDRESS", 1...100_000, \.connectionsPerAddress),
            ServerLimit("GONGKAI_HTTP_HEADER_SECONDS", \.headerDeadline),
            ServerLimit("GONGKAI_HTTP_BODY_SECONDS", \.bodyDeadline),
            ServerLimit("GONGKAI_HTTP_BODY_BYTES_PER_SECOND", 1...(1 << 30), \.bodyBytesPerSecond, isBytes: true),
            ServerLimit("GONGKAI_HTTP_BODY_LONGEST_SECONDS", \.longestBody, most: 86_400),
            ServerLimit("GONGKAI_HTTP_SEND_SECONDS", \.sendDeadline),
            ServerLimit("GONGKAI_HTTP_SEND_BYTES_PER_SECOND", 1...(1 << 30), \.sendBytesPerSecond, isBytes: true),
            ServerLimit("GONGKAI_HTTP_SEND_LONGEST_SECONDS", \.longestSend, most: 86_400),
            ServerLimit("GONGKAI_HTTP_IDLE_SECONDS", \.idleDeadline),
            ServerLimit("GONGKAI_HTTP_DRAIN_SECONDS", \.drainDeadline),
            ServerLimit("GONGKAI_HTTP_MAX_HEADER", 1_024...(1 << 20), \.maximumHeaderBytes, isBytes: true),
            ServerLimit("GONGKAI_HTTP_MAX_FORM", 1...(1 << 36), \.maximumReceivedBytes, isBytes: true),
            ServerLimit("GONGKAI_HTTP_MAX_BODIES", 1...(1 << 36), \.maximumBodyBytesInFlight, isBytes: true),
        ]
    }

    /// Changes the settings by what the environment says.
    static func apply(_ environment: (String) -> String?, to settings: inout ServerSettings) throws(SettingError) {
        for limit in all {
            if let value = try limit.setting.value(in: environment) { limit.apply(&settings, value) }
        }
    }

    private init(
        _ name: String, _ range: ClosedRange<Int>, _ path: WritableKeyPath<ServerSettings, Int>, isBytes: Bool = false
    ) {
        setting = NumberSetting(name: name, range: range, isBytes: isBytes)
        apply = { settings, value in settings[keyPath: path] = value }
    }

    /// A time in whole seconds.
    private init(_ name: String, _ path: WritableKeyPath<ServerSettings, Duration>, most: Int = 3_600) {
        setting = NumberSetting(name: name, range: 1...most)
        apply = { settings, value in settings[keyPath: path] = .seconds(value) }
    }
}
