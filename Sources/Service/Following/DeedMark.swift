internal import Database
internal import Disclosure
public import Ledger
internal import Vault

/// By what a form of an application is known again, so that a button that is pressed twice does it once, whichever server of an
/// installation takes the second click.
///
/// It is kept beside what was done, in one transaction with it, for half a minute: later the same is meant again. It is made with
/// the key of personal data, so that nobody can try on it what was written.
public struct DeedMark: Sendable, Hashable {
    /// For how many seconds the same counts as the same click.
    public static let seconds = 30

    private let id: Digest
    private let key: String

    /// The mark of a form.
    ///
    /// - Parameter content: the digest of the session and of everything that was sent.
    public init(_ content: Digest, _ setting: ApplicantSetting) throws(ServiceError) {
        let vault = try setting.key()
        let bytes = try sealed { () throws(VaultError) in
            try vault.derive(32, from: content.hex, for: "deed_mark")
        }
        id = Digest(of: bytes)
        key = vault.ring.present.identity.text
    }

    /// True where it was done already.
    func isSet(in ledger: Ledger, at now: Moment) throws(ServiceError) -> Bool {
        try inDatabase { () throws(DatabaseError) in try ledger.drafts.draft(id, at: now) } != nil
    }

    /// Sets it; false where it was done already.
    func set(in application: CaseKey, _ transaction: LedgerTransaction) throws(ActStop) -> Bool {
        let end = Moment(milliseconds: transaction.now.milliseconds + Int64(Self.seconds) * 1_000)
        return try stored { () throws(DatabaseError) in
            try transaction.mark(id, in: application.request, of: application.office, key: key, until: end)
        }
    }
}
