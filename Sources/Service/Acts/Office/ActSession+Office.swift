internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

extension ActSession {
    /// The office that the subject names.
    func officeSubject() throws(ActStop) -> (AgencyCode, Subject<OfficeAct>) {
        guard let name = subjectName else { throw .refused([Self.noSubject]) }
        guard let code = AgencyCode(name), let reference = AgencyReference(name) else {
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

    /// Takes an office over into the table by which everything else finds it.
    func keep(_ record: OfficeRecord, as code: AgencyCode) throws(ActStop) {
        book.put(record, code)
        try keep(
            Office(
                code: code, fullName: try line(record.name.full, field: "name"),
                shortName: try record.name.short.map { (name) throws(ActStop) in try line(name, field: "short") },
                region: try record.character.region.map { (name) throws(ActStop) in try line(name, field: "region") },
                parent: record.parents.latest.flatMap { AgencyCode($0.text) }, since: record.founded,
                until: record.end?.day.previous))
    }

    func keep(_ office: Office) throws(ActStop) {
        let refusal = try stored { () throws(DatabaseError) in try transaction.keep(office) }
        guard let refusal else { return }
        throw .refused([Finding(.officeNotKept, field: "name", refusal.message, remedy: "请更正后再登记。")])
    }

    func line(_ text: Statement, field: String) throws(ActStop) -> PlainLine {
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
