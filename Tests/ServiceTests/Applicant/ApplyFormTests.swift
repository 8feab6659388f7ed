import Disclosure
import Service
import Testing

@Suite("what the form of an application asks for")
struct ApplyFormTests {
    @Test(
        "an organisation without a credit code gives another paper; nobody need say who represents it",
        arguments: [IdentityDocument.registration, .foreignRegistration, .organizationPaper])
    func withoutCode(kind: IdentityDocument) throws {
        try ApplicantOffice.with { site in
            let form = ApplicantOffice.form {
                $0[.type] = "other_organization"
                $0[.name] = "测试小区业主委员会"
                $0[.documentKind] = kind.rawValue
                $0[.document] = "测备2025-17"
            }
            #expect(form.findings(files: [.proof: 1]).isEmpty)
            let registered = try site.applied(form)
            #expect(try site.office.request(registered.key.request.description) != nil)
            // What a natural person wrote before the type was changed proves nothing of an organisation.
            for personal in IdentityDocument.ofPersons {
                var form = form
                form[.documentKind] = personal.rawValue
                #expect(form.findings(files: [.proof: 1]).map(\.field) == ["credit_code"])
            }
            var unknown = form
            unknown[.documentKind] = "stone"
            #expect(unknown.findings(files: [.proof: 1]).map(\.field) == ["id_kind"])
            var person = form
            person[.type] = "natural_person"
            #expect(person.findings(files: [.proof: 1]).map(\.field) == ["id_kind"])
        }
    }

    @Test(
        "one way of contact is enough, and none is not",
        arguments: [
            ([], ["phone"], nil), ([(.email, "zhangsan@mail.example")], [], .email),
            ([(.address, "测试市测试路1号")], [], .address), ([(.phone, "0595-12345678 转 12")], [], .phone),
            ([(.phone, "0595-12345678 ext 12"), (.email, "a@b.cn")], [], .phone),
            ([(.delivery, "post"), (.medium, "paper")], ["address"], nil),
            ([(.delivery, "post"), (.medium, "paper"), (.address, "测试市测试路1号")], [], .address),
        ] as [([(ApplicationField, String)], [String], ApplicationField?)])
    func contacts(given: [(ApplicationField, String)], wrong: [String], confirming: ApplicationField?) throws {
        let form = ApplicantOffice.form { form in
            for field in ApplicationForm.contacts { form[field] = "" }
            for (field, text) in given { form[field] = text }
        }
        #expect(form.findings(files: [.proof: 1]).map(\.field) == wrong)
        #expect(form.confirmingContact == confirming)
        guard wrong.isEmpty else { return }
        try ApplicantOffice.with { site in
            let registered = try site.applied(form)
            #expect(try site.office.request(registered.key.request.description) != nil)
        }
    }

    @Test("a form of supply that cannot come the chosen way is refused, and both fields are named")
    func supply() {
        for medium in SupplyForm.Medium.allCases {
            for delivery in SupplyForm.Delivery.allCases {
                let form = ApplicantOffice.form {
                    $0[.medium] = medium.rawValue
                    $0[.delivery] = delivery.rawValue
                    $0[.address] = "测试市测试路1号"
                }
                let findings = form.findings(files: [.proof: 1])
                guard !SupplyForm(medium, by: delivery).isPossible else {
                    #expect(findings.isEmpty, "\(medium) \(delivery)")
                    continue
                }
                #expect(findings.map(\.code) == [.supplyContradiction], "\(medium) \(delivery)")
                #expect(
                    findings.allSatisfy {
                        $0.message.contains("“提供形式”") && $0.message.contains("“获取方式”") && $0.remedy.contains("请选")
                    })
            }
        }
        #expect(!SupplyForm(.paper, by: .internet).isPossible && !SupplyForm(.reading, by: .post).isPossible)
        #expect(SupplyForm(.electronic, by: .internet).isPossible && SupplyForm(.reading, by: .inPerson).isPossible)
    }
}
