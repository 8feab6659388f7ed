import CivilTime
import Disclosure
import Foundation
import Ledger
import Service
import TestSupport
import Testing
import Vault

/// An installation at whose site an invented person applies.
struct ApplicantOffice {
    let office: ActOffice
    let setting: ApplicantSetting
    static let day = "2025-06-03"
    static let now = ActOffice.moment(day)

    static func with(
        _ engine: DatabaseEngine = .sqlite, key: Bool = true, limits: ApplicationLimits = ApplicationLimits(),
        _ body: (ApplicantOffice) throws -> Void
    ) throws {
        try ActOffice.with(engine, key: key) { office in
            try body(
                ApplicantOffice(
                    office: office,
                    setting: ApplicantSetting(
                        ledger: office.ledger, calendar: office.calendar, vault: office.vault, limits: limits)))
        }
    }

    var drafts: KeepDraft { KeepDraft(setting) }
    var apply: ApplyForInformation { ApplyForInformation(setting) }
    var follow: FollowRequest { FollowRequest(setting) }
    var goOn: GoOnWithRequest { GoOnWithRequest(setting) }

    /// A form as an invented person fills it in. The number's check digit is right, its region does not exist.
    static func form(_ change: (inout ApplicationForm) -> Void = { _ in }) -> ApplicationForm {
        var form = ApplicationForm(agency: "office")
        form[.type] = "natural_person"
        form[.name] = "测试张三"
        form[.documentKind] = "passport"
        form[.document] = "T00998877"
        form[.phone] = "000-55667788"
        form[.email] = "zhangsan@mail.example"
        form[.matter] = "测试路改造工程的验收报告"
        form[.medium] = "electronic"
        form[.delivery] = "internet"
        change(&form)
        return form
    }

    static let proof = HandedInFile(
        .proof, name: "测试张三的证件.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE0] + Array("测试照片内容".utf8) + [0xFF, 0xD9])

    /// Applies as a person does.
    func applied(_ form: ApplicationForm = form(), files: [HandedInFile] = [proof]) throws
        -> ApplyForInformation.Registered
    {
        let secret = try DraftSecret()
        _ = try drafts.keep(form, adding: files, as: secret, at: Self.now)
        guard case .registered(let registered) = try apply.submit(secret, at: Self.now) else {
            Issue.record("not registered")
            throw CancellationError()
        }
        return registered
    }
}
