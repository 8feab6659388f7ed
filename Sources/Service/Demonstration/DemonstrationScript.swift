internal import CanonicalJSON
internal import CivilTime
internal import Disclosure

/// Writes the lines of one demonstration office out as acts, each as an officer would hand it in.
///
/// A line may stand for a series; everything else goes the way of all acts, through policy, fields and law.
struct DemonstrationScript {
    /// The acts so far, in their order.
    private(set) var acts: [ActDocument] = []
    /// Who does what nobody else has to agree to.
    static let handler = "demo-handler"

    /// The published items in the order of their lines, and what was handed over.
    private var published: [(day: Day, item: String)] = []
    private var handedOver: Set<String> = []
    private var batches = 0
    private var cells: Set<FigureCell> = []
    /// The applications of each year so far.
    private var arrivals: [Int: Int] = [:]

    /// Writes a line out.
    mutating func add(_ line: DemonstrationLine) throws(Fault) {
        switch line.act {
        case .items: try items(line)
        case .handovers: try handovers(line)
        case .inquiries: try inquiries(line)
        case .training:
            add(
                "supervision.record_training", line.name, line.day,
                [("title", line.title.json), ("participants", .number("\(line.count ?? 1)"))])
        case .interview:
            add(
                "supervision.record_interaction", line.name, line.day,
                [("form", .string("interview")), ("title", line.title.json), ("led", .boolean(line.led ?? false))])
        case .assessment:
            let all = JSONValue.number("\(line.count ?? 1)")
            add(
                "supervision.record_assessment", line.name, line.day,
                [
                    ("year", line.year.json), ("scope", .string("own_staff")), ("assessed", all), ("passed", all),
                    ("outcome", line.title.json),
                ])
        case .group:
            add(
                "group.form", line.name, line.day,
                [("name", line.title.json), ("kind", line.kind.json), ("members", Self.members(line))])
        case .groupChange:
            add(
                "group.change", line.name, line.day,
                [
                    ("leaving", line.leaving.map { .array($0.map(JSONValue.string)) }),
                    ("joining", Self.members(line)), ("basis", line.title.json),
                ])
        case .requestUnable, .requests: try requests(line)
        case .figure: try figure(line)
        case .nothing: try nothing(line)
        }
    }

    /// Takes an act that is written out already.
    mutating func add(_ act: ActDocument) { acts.append(act) }

    /// What a line lacks, by its name.
    struct Fault: Error {
        let field: String
    }

    // MARK: Words

    private mutating func add(
        _ act: String, _ subject: String?, _ day: String?, _ fields: [(String, JSONValue?)], by actor: String? = nil,
        as role: Role? = nil
    ) {
        let members = [("day", day.json)] + fields
        acts.append(
            ActDocument(
                act, on: subject, actor: actor, role: role?.rawValue,
                fields: .object(
                    members.compactMap { name, value in value.map { JSONValue.Member(name: name, value: $0) } })))
    }

    private func need<Value>(_ value: Value?, _ field: String) throws(Fault) -> Value {
        guard let value else { throw Fault(field: field) }
        return value
    }

    private func day(_ text: String?) throws(Fault) -> Day { try need(text.flatMap { Day($0) }, "day") }

    private func after(_ day: Day, _ days: Int) throws(Fault) -> Day { try need(day.adding(days: days), "every") }

    private static func members(_ line: DemonstrationLine) -> JSONValue? {
        line.members.map { members in
            .array(
                members.map { one in
                    .object([
                        .init(name: "officer", value: .string(one.officer)),
                        .init(name: "part", value: .string(one.part)), .init(name: "post", value: .string(one.post)),
                    ])
                })
        }
    }

    /// A text with the number and the title of an item in it.
    private static func filled(_ text: String, _ number: Int, title: String = "") -> String {
        text.split(separator: "{n}", omittingEmptySubsequences: false).joined(separator: "\(number)")
            .split(separator: "{title}", omittingEmptySubsequences: false).joined(separator: title)
    }

    // MARK: Items

    private static let standardText = "本页为演示内容：{title}。文字由程序编写，不是任何机关发布的信息。"

    private mutating func items(_ line: DemonstrationLine) throws(Fault) {
        let (name, first) = (try need(line.name, "name"), try day(line.day))
        for number in 1...max(1, line.count ?? 1) {
            let item = "\(name)-\(number)"
            let formed = try after(first, (number - 1) * (line.every ?? 1))
            let title = Self.filled(try need(line.title, "title"), number)
            var body = [
                JSONValue.Member(
                    name: "text", value: .string(Self.filled(line.text ?? Self.standardText, number, title: title)))
            ]
            if number == 1, let files = line.files {
                body.append(.init(name: "files", value: .array(files.map(JSONValue.string))))
            }
            add(
                "item.draft", item, formed.description,
                [
                    ("title", .string(title)), ("body", .object(body)), ("formed", .string(formed.description)),
                    ("category", line.category.json), ("topic", line.topic.json), ("class", line.itemClass.json),
                    ("matter", line.matter.json),
                    ("document_number", line.documentNumber.map { Self.filled($0, number) }.json),
                ])
            add("item.submit", item, formed.description, [("secrecy", .string("经审查不涉密，可以公开"))])
            add("item.approve", item, try after(formed, 1).description, [], by: "demo-reviewer", as: .reviewer)
            add("item.approve", item, try after(formed, 2).description, [], by: "demo-leader", as: .leader)
            let online = try after(formed, 3)
            add(
                "item.publish", item, online.description,
                [("channels", line.channels.map { .array($0.map(JSONValue.string)) })])
            published.append((online, item))
        }
    }

    private mutating func handovers(_ line: DemonstrationLine) throws(Fault) {
        var room = line.count ?? .max
        for text in try need(line.days, "days") {
            let day = try day(text)
            let due = published.filter { $0.day <= day && !handedOver.contains($0.item) }.map(\.item).prefix(room)
            room -= due.count
            batches += 1
            let number = try need(HandoverNumber(year: day.year, serial: batches), "number")
            let items = due.isEmpty ? nil : JSONValue.array(due.map(JSONValue.string))
            add("handover.prepare", number.description, day.description, [("items", items)])
            handedOver.formUnion(due)
            guard !due.isEmpty else { continue }
            for hall in ReceivingHall.allCases {
                add(
                    "handover.receive", number.description, day.description,
                    [("hall", .string(hall.rawValue)), ("proof", .string("演示交接文据\(number.chineseText)"))])
            }
        }
    }

    private mutating func inquiries(_ line: DemonstrationLine) throws(Fault) {
        let (name, first) = (try need(line.name, "name"), try day(line.day))
        for number in 1...max(1, line.count ?? 1) {
            add(
                "supervision.record_inquiry", "\(name)-\(number)",
                try after(first, (number - 1) * (line.every ?? 1)).description,
                [("way", line.way.json), ("persons", .number("1")), ("topic", line.title.json)])
        }
    }

    // MARK: Applications

    private mutating func requests(_ line: DemonstrationLine) throws(Fault) {
        let first = try day(line.day)
        for number in 1...max(1, line.count ?? 1) {
            try request(line, arrived: try after(first, (number - 1) * (line.every ?? 1)))
        }
    }

    /// Arrives, is confirmed, other offices are asked and answer, the answer is given, served, closed and filed.
    private mutating func request(_ line: DemonstrationLine, arrived: Day) throws(Fault) {
        arrivals[arrived.year, default: 0] += 1
        let number = "\(arrived.year)-\(arrivals[arrived.year] ?? 1)"
        let wait = line.wait ?? 8
        func later(_ days: Int) throws(Fault) -> String { try after(arrived, days).description }
        add(
            "request.register", number, arrived.description,
            [
                ("channel", .string("internet")), ("applicant", .string("demo-applicant-jia")),
                ("applicant_type", .string(line.applicant ?? "natural_person")),
                ("identity_proof", .string("demo-proof-jia")),
                ("matter", line.title.json), ("medium", .string("electronic")), ("delivery", .string("internet")),
            ])
        add("request.confirm_receipt", number, try later(1), [("manner", .string("电话确认"))])
        for organ in line.asked ?? [] {
            add(
                "request.ask_other_organ", number, try later(2),
                [("organ", .string(organ)), ("question", .string("是否掌握所申请的统计数据"))])
        }
        for consultation in (line.asked ?? []).indices {
            add(
                "request.receive_opinion", number, try later(wait - 1),
                [
                    ("consultation", .number("\(consultation + 1)")), ("stance", .string("replied")),
                    ("reasons", .string("没有相关统计数据")),
                ])
        }
        add("request.decide", number, try later(wait), try decision(line, searched: try later(wait - 1)))
        add(
            "request.serve", number, try later(wait + 1),
            [("manner", .string("internet")), ("proof", .string("演示送达记录"))])
        add("request.close", number, try later(wait + 1), [])
        add("request.file", number, try later(wait + 1), [("folder", .string("演示卷宗\(arrivals[arrived.year] ?? 1)"))])
    }

    private func decision(
        _ line: DemonstrationLine, searched: String
    ) throws(Fault) -> [(String, JSONValue?)] {
        switch line.act == .requestUnable ? "unable_not_held" : try need(line.result, "result") {
        case "disclosed":
            return [
                ("leaf", .string("disclosed")), ("mode", .string("already_public")),
                ("access", .string("在本站“法定主动公开内容”栏目查阅、下载（演示）")),
            ]
        case "unable_not_held":
            let search = JSONValue.object([
                .init(name: "places", value: .string("办公系统、档案室")), .init(name: "terms", value: .string("所申请的统计数据")),
                .init(name: "day", value: .string(searched)),
            ])
            return [
                ("leaf", .string("unable_not_held")), ("not_held_ground", .string("nonexistent")), ("search", search),
                ("reasons", .string("经检索，本机关不掌握相关政府信息")),
            ]
        default: throw Fault(field: "result")
        }
    }

    // MARK: Figures

    private func period(_ line: DemonstrationLine) throws(Fault) -> (year: Int, entered: String) {
        let year = try need(line.year, "year")
        let last = try need(FigurePeriod(year: year)?.last, "year")
        return (year, try after(last, 5).description)
    }

    private mutating func figure(_ line: DemonstrationLine) throws(Fault) {
        let (year, entered) = try period(line)
        if let cell = line.cell.flatMap({ FigureCell($0) }) { cells.insert(cell) }
        add(
            "figure.enter", "\(year)", entered,
            [
                ("cell", line.cell.json), ("period", .string("\(year)")), ("value", line.value.json),
                ("unit", line.unit == "元" ? .string("yuan") : nil), ("source", .string("演示数据来源")),
            ])
    }

    private mutating func nothing(_ line: DemonstrationLine) throws(Fault) {
        let (year, entered) = try period(line)
        let rest = FigureCell.tableTwo(inYear: year).subtracting(cells).sorted()
        add(
            "figure.declare_nothing", "\(year)", entered,
            [
                ("cells", .array(rest.map { .string($0.description) })), ("period", .string("\(year)")),
                ("source", .string("演示零申报")),
            ])
    }
}

extension String? {
    fileprivate var json: JSONValue? { map(JSONValue.string) }
}

extension Int? {
    fileprivate var json: JSONValue? { map { .number("\($0)") } }
}
