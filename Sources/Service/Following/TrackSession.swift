internal import Disclosure
public import Ledger
internal import Vault

/// That somebody gave number and code of an application: a sealed text for a cookie, which nobody else can make or read.
///
/// Nothing of it is kept on the server, so that any server of an installation knows it.
public struct TrackSession: Sendable {
    let setting: ApplicantSetting
    /// How many minutes it counts.
    public let minutes: Int

    /// Sessions of a setting.
    public init(_ setting: ApplicantSetting, minutes: Int) {
        self.setting = setting
        self.minutes = minutes
    }

    /// The text for an application.
    public func text(_ key: CaseKey, at now: Moment) throws(ServiceError) -> String {
        let vault = try setting.key()
        let plain = Array("\(key)\n\(now.milliseconds)".utf8)
        return try sealed { () throws(VaultError) in try vault.seal(plain, for: Self.purpose, at: Self.place).text }
    }

    /// The application of a text; nil where it is none, or too old.
    public func key(_ text: String, at now: Moment) -> CaseKey? {
        guard let vault = setting.vault, text.utf8.count <= 2_000 else { return nil }
        guard let kept = SealedBytes(text), let plain = try? vault.open(kept, for: Self.purpose, at: Self.place)
        else { return nil }
        let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n")
        guard lines.count == 2, let begun = Int64(lines[1]), now.milliseconds >= begun,
            now.milliseconds - begun < Int64(minutes) * 60_000
        else { return nil }
        return CaseKey(typed: String(lines[0]))
    }

    private static let purpose = "track_session"
    private static let place = "cookie"
}
