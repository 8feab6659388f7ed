internal import Database
public import Disclosure
internal import Ledger

/// The acts on what is kept about persons.
enum PersonActs {
    static let all: [ActDefinition] = [record, erase]

    private static let record = ActDefinition(
        "person.record", "登记或者更新个人信息", .regulation(29), on: .person,
        [.needed("day", .day, "日期"), .needed("person", .person, "姓名、证件、联系方式")]
    ) { (fields, session) throws(ActStop) in
        let day = try refusable { () throws(Refusal) in try fields.day() }
        _ = try session.person(fields, "person", on: day)
    }

    private static let erase = ActDefinition(
        "person.erase", "删除个人信息", nil, on: .person,
        [.needed("day", .day, "日期"), .needed("reasons", .text, "理由：保存期限届满、目的已经实现等")]
    ) { (fields, session) throws(ActStop) in
        let subject = try session.named(PersonAct.self)
        let command = try refusable { () throws(Refusal) in
            ErasePerson(because: try fields.text("reasons"), on: try fields.day())
        }
        let reference: PersonReference = try refusable { () throws(Refusal) in
            try Reference(parsing: subject.name, field: "subject")
        }
        let numbers = try session.mustBeClosed(reference)
        try session.run(command, on: subject)
        try stored { () throws(DatabaseError) in
            try session.transaction.forget(reference, of: session.office)
            // What the person handed in says as much of them: proofs, letters, and the way to follow the case.
            for number in numbers { try session.transaction.forgetPapers(of: number, office: session.office) }
        }
    }
}

extension ActSession {
    /// A person whose application is not closed is still needed; gives the numbers of those that are.
    @discardableResult
    func mustBeClosed(_ person: PersonReference) throws(ActStop) -> [RequestNumber] {
        let numbers = try stored { () throws(DatabaseError) in try transaction.requests(of: person, office: office) }
        for number in numbers {
            guard let request = try state(Subject(number)), request.round.closure == nil else { continue }
            throw .refused([
                Finding(
                    .personNeeded, field: "subject", "申请 \(number) 尚未办结，其申请人的信息还需要使用。", article: .regulation(29),
                    remedy: "请在办结并超过保存期限之后再删除。")
            ])
        }
        return numbers
    }
}

extension Finding.Code {
    /// An open application still needs the person.
    public static let personNeeded = Self("person.needed")
}
