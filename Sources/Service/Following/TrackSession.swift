internal import Disclosure
public import Ledger
internal import Vault

/// That somebody gave number and code of an application: a sealed text for a cookie, which nobody else can make or read.
///
/// Nothing of it is kept on the server, so that any server of an installation knows it.
public struct TrackSession: Sendable {
    let setting: ApplicantSetting
    /// How many minutes it counts after each use.
    public let minutes: Int

    /// Sessions of a setting.
    public init(_ setting: ApplicantSetting, minutes: Int) {
        self.setting = setting
        self.minutes = minutes
    }

    /// How many hours after the code was given it counts at most, however often it is used: a working day. A cookie that
    /// was copied is of no use beyond it.
    public static let hours = 8

    /// An application whose code was given.
    public struct Opened: Sendable, Hashable {
        /// Office and number.
        public let key: CaseKey
        /// When the code was given.
        public let since: Moment

        /// An application whose code was given now.
        public init(_ key: CaseKey, since: Moment) {
            self.key = key
            self.since = since
        }
    }

    /// The text for an application that is used now.
    public func text(_ opened: Opened, at now: Moment) throws(ServiceError) -> String {
        let vault = try setting.key()
        let plain = Array("\(opened.key)\n\(opened.since.milliseconds)\n\(now.milliseconds)".utf8)
        return try sealed { () throws(VaultError) in try vault.seal(plain, for: Self.purpose, at: Self.place).text }
    }

    /// The application of a text; nil where it is none, was not used for too long, or was opened too long ago.
    public func opened(_ text: String, at now: Moment) -> Opened? {
        guard let vault = setting.vault, text.utf8.count <= 2_000 else { return nil }
        guard let kept = SealedBytes(text), let plain = try? vault.open(kept, for: Self.purpose, at: Self.place)
        else { return nil }
        let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n")
        guard lines.count == 3, let since = Int64(lines[1]), let used = Int64(lines[2]), now.milliseconds >= used,
            used >= since, now.milliseconds - used < Int64(minutes) * 60_000,
            now.milliseconds - since < Int64(Self.hours) * 3_600_000, let key = CaseKey(typed: String(lines[0]))
        else { return nil }
        return Opened(key, since: Moment(milliseconds: since))
    }

    private static let purpose = "track_session"
    private static let place = "cookie"
}
