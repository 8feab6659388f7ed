internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

extension ActSession {
    /// The office that the subject names, by its code as it is registered.
    func officeSubject() throws(ActStop) -> (AgencyCode, Subject<OfficeAct>) {
        guard let name = subjectName else { throw .refused([Self.noSubject]) }
        guard let code = AgencyCode(name).map(book.registered), let reference = AgencyReference(code.text) else {
            throw .refused([
                Finding(
                    .valueForm, field: "subject", "机关代码“\(name.prefix(40))”的格式不对。",
                    remedy: "应为\(ActFieldKind.agency.chineseForm)。")
            ])
        }
        return (code, Subject(reference))
    }

    /// All offices as their entries tell them.
    func offices() throws(ActStop) -> OfficeTree {
        try stored { () throws(DatabaseError) in try book.tree(transaction) }
    }

    /// What the list of offices cannot hold: a name that is no line, or one that an office bears which has no entries.
    func check(_ name: OfficeName, region: Statement? = nil, of code: AgencyCode) throws(ActStop) {
        let full = try line(name.full, field: "name")
        if let short = name.short { _ = try line(short, field: "short") }
        if let region { _ = try line(region, field: "region") }
        let refusal = try stored { () throws(DatabaseError) in
            try transaction.obstacle(to: Office(code: code, fullName: full))
        }
        guard let refusal else { return }
        throw .refused([Finding(.officeNotKept, field: "name", refusal.message, remedy: "请更正后再登记。")])
    }

    private func line(_ text: Statement, field: String) throws(ActStop) -> PlainLine {
        guard let line = PlainLine(text.text) else {
            throw .refused([Finding(.officeNotKept, field: field, "名称过长或者不是一行。", remedy: "请填写一行以内的规范名称。")])
        }
        return line
    }
}

extension Finding.Code {
    /// The list of offices cannot take it.
    static let officeNotKept = Self("office.not_kept")
}
