import CivilTime
import Database
import Disclosure
import Ledger
import TestSupport
import Testing

@Suite("What is on line, for the public")
struct PublicItemTests {
    /// Does a command on an item of an acting office.
    @discardableResult
    private func run(
        _ command: some ItemCommand, on item: String, _ office: ActingOffice
    ) throws -> ActOutcome<ItemAct> {
        let (today, calendar) = (office.today, office.calendar)
        let outcome = try office.ledger.entries.act(
            on: Subject<ItemAct>(try #require(ItemReference(item))), office: office.code, by: office.officer,
            at: office.now
        ) { (state) throws(Refusal) in try command.decide(on: state, today: today, calendar: calendar) }
        #expect(outcome.recorded != nil, "\(outcome.findings.map(\.message))")
        return outcome
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }
    private func text(_ text: String) throws -> Statement { try #require(Statement(text)) }

    /// Writes a version and has it reviewed and published.
    private func publish(
        _ name: String, _ title: String, on text: String, in office: ActingOffice, category: ProactiveCategory = .plans,
        channels: [PublicationChannel] = [.website], isNew: Bool = true, topic: String? = nil, isPublished: Bool = true
    ) throws {
        let day = try day(text)
        let author = OfficerReference(known: "o-author")
        var content = ItemContent(
            try self.text(title), body: try #require(PaperReference("b-\(name)")), formed: day, category: category)
        content.topic = topic.flatMap { Statement($0) }
        if isNew {
            try run(
                DraftItem(try #require(ItemReference(name)), content, by: author, on: day), on: name, office)
        } else {
            try run(AmendItem(content, by: author, on: day), on: name, office)
        }
        guard isPublished else { return }
        try run(SubmitItem(by: author, secrecy: try self.text("不涉密"), on: day), on: name, office)
        for (officer, role) in [("o-reviewer", OfficeRole.reviewer), ("o-leader", .supervisingLeader)] {
            try run(
                ApproveItem(Approval(by: try #require(OfficerReference(officer)), as: role, on: day)), on: name, office)
        }
        try run(
            PublishItem(try #require(IndexNumber("X/\(name)")), on: channels, on: day), on: name, office)
    }

    private func id(_ office: String, _ name: String) throws -> PublicItemID {
        try #require(PublicItemID("\(office).\(name)"))
    }

    @Test(
        "a published item is seen as it was published, also while a change of it is reviewed",
        arguments: DatabaseEngine.allCases)
    func published(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            let store = office.ledger.publicItems
            try publish("i-1", "旧题", on: "2025-06-03", in: office, isPublished: false)
            #expect(try store.item(id("xiangzhi", "i-1")) == nil)
            try publish("i-2", "旧题", on: "2025-06-03", in: office)
            try publish("i-2", "新题", on: "2025-06-05", in: office, isNew: false, isPublished: false)
            let item = try #require(try store.item(id("XIANGZHI", "i-2")))
            #expect(item.title.text == "旧题" && item.isPublished && item.version == 1)
            #expect(item.published == (try day("2025-06-03")))
            #expect(try store.list(of: office.code).map(\.item.text) == ["i-2"])
        }
    }

    @Test(
        "what was taken back stays known with its reason, what was entered in error does not",
        arguments: DatabaseEngine.allCases)
    func takenBack(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, _ in
            let store = office.ledger.publicItems
            for name in ["i-1", "i-2"] { try publish(name, "题", on: "2025-06-03", in: office) }
            try run(WithdrawItem(on: try day("2025-06-10"), reasons: try text("附件有误")), on: "i-1", office)
            let (void, today) = (VoidItem(on: try day("2025-06-10"), reasons: try text("重复登记")), office.today)
            let outcome = try office.ledger.entries.act(
                on: Subject<ItemAct>(ItemReference(known: "i-2")), office: office.code, by: office.officer,
                at: office.now
            ) { (state) throws(Refusal) in try void.decide(on: state, today: today) }
            #expect(outcome.recorded != nil)
            let item = try #require(try store.item(id("xiangzhi", "i-1")))
            #expect(item.state == .withdrawn(try day("2025-06-10"), reasons: try text("附件有误")))
            #expect(try store.item(id("xiangzhi", "i-2")) == nil)
            #expect(try store.list() == [] && store.counts() == [] && store.counts(of: office.code) == [])
            // Written anew it is still gone, until it is published again.
            try publish("i-1", "新题", on: "2025-06-12", in: office, isNew: false, isPublished: false)
            #expect(try store.item(id("xiangzhi", "i-1"))?.isPublished == false)
        }
    }

    @Test("lists are paged by key through every item once, the latest first", arguments: DatabaseEngine.allCases)
    func pages(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine, offices: ["xiangzhi", "baogai"]) { first, _ in
            let second = try first.at("baogai")
            for number in 1...5 {
                let day = "2025-06-0\(number / 2 + 1)"
                try publish("i-\(number)", "题\(number)", on: day, in: first, category: number == 5 ? .budgets : .plans)
                try publish("i-\(number)", "题\(number)", on: day, in: second)
            }
            let store = first.ledger.publicItems
            for (office, category, number) in [
                (nil, nil, 10), (first.code, nil, 5), (first.code, .plans, 4), (nil, .plans, 9), (nil, .budgets, 1),
                (second.code, .budgets, 0),
            ] as [(AgencyCode?, ProactiveCategory?, Int)] {
                var seen: [PublicItem] = []
                while true {
                    let page = try store.list(
                        of: office, category: category, after: seen.last.map { PublicPlace($0) }, limit: 2)
                    seen += page
                    if page.count < 2 { break }
                }
                #expect(seen.count == number && Set(seen.map(\.id)).count == number)
                #expect(seen.map(\.published) == seen.map(\.published).sorted(by: >))
            }
            #expect(try store.counts(of: first.code).map(\.number) == [4, 1])
            #expect(try store.counts().map { "\($0.category.rawValue) \($0.number)" } == ["art20_3 9", "art20_7 1"])
            #expect(
                try store.years().map { "\($0.office) \($0.year) \($0.number)" } == [
                    "baogai 2025 5", "xiangzhi 2025 5",
                ])
            #expect(try store.items(of: first.code, year: 2025).count == 5)
            #expect(try store.items(of: first.code, year: 2024) == [])
        }
    }

    @Test(
        "an act on an item counts for its office alone, papers for nobody, a rebuild for everybody",
        arguments: DatabaseEngine.allCases)
    func changes(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine, offices: ["xiangzhi", "baogai"]) { first, _ in
            let ledger = first.ledger
            let start = try ledger.publicChanges(since: -1)
            try publish("i-1", "题", on: "2025-06-03", in: first)
            let after = try ledger.publicChanges(since: start.number)
            #expect(after.number == (try ledger.revision()) && after.everywhere == nil)
            #expect(after.offices.map(\.office) == [first.code] && after.offices.first?.number == after.number)
            try ledger.papers.keep(try Paper("正文"), at: first.now)
            let paper = try ledger.publicChanges(since: after.number)
            #expect(paper.number == after.number + 1 && paper.everywhere == nil && paper.offices.isEmpty)
            try ledger.rebuild()
            #expect(try ledger.publicChanges(since: paper.number).everywhere == paper.number + 1)
            let now = try ledger.publicChanges(since: paper.number + 1)
            #expect(now.everywhere == nil && now.offices.isEmpty)
        }
    }

    @Test(
        "the latest items of an office and topic, or category, are found beside one another, and an item is read with them at one revision",
        arguments: DatabaseEngine.allCases)
    func neighbours(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine, offices: ["xiangzhi", "baogai"]) { first, _ in
            for (name, topic) in [("i-1", "水利"), ("i-2", "水利"), ("i-3", "教育"), ("i-4", nil)] {
                try publish(name, "题", on: "2025-06-03", in: first, topic: topic)
            }
            try publish("i-5", "题", on: "2025-06-03", in: try first.at("baogai"), topic: "水利")
            let store = first.ledger.publicItems
            let items = try (1...4).map { try #require(try store.sheet(id("xiangzhi", "i-\($0)"))) }
            let near = try store.neighbours(of: items[0].item)
            #expect(near.lines.map(\.item.text) == ["i-2", "i-1"])
            #expect(near.lines == items[..<2].reversed().map { PublicItemLine($0.item) })
            #expect(near.revision == (try first.ledger.revision()) && near.revision == items[3].revision)
            #expect(try store.neighbours(of: items[2].item).lines.map(\.item.text) == ["i-3"])
            #expect(try store.neighbours(of: items[3].item).lines.map(\.item.text) == ["i-4", "i-3", "i-2", "i-1"])
            let places = items.map { PublicNeighbourhood(of: $0.item) }
            #expect(places[0] == places[1] && Set(places).count == 3)
            for number in 1...9 { try publish("j-\(number)", "题", on: "2025-06-04", in: first, topic: "教育") }
            let latest = try store.neighbours(of: items[2].item).lines.map(\.item.text)
            #expect(latest == (3...9).reversed().map { "j-\($0)" })
            #expect(latest.count == PublicNeighbourhood.relatedLimit + 1)
        }
    }

    @Test(
        "rebuilt from the entries it is what was kept up; a ledger of an earlier program is filled",
        arguments: DatabaseEngine.allCases)
    func rebuilt(engine: DatabaseEngine) throws {
        try ActingOffice.withFresh(engine) { office, database in
            try publish("i-1", "一", on: "2025-06-03", in: office)
            try publish("i-1", "二", on: "2026-01-05", in: office, category: .budgets, isNew: false)
            try publish("i-2", "三", on: "2025-06-03", in: office)
            try run(
                ChangeValidity(to: .repealed, on: try day("2025-07-01"), reasons: try text("新件替代")), on: "i-2", office)
            let store = office.ledger.publicItems
            let before = (try store.list(), try store.counts())
            #expect(before.0.map(\.validity) == [.inForce, .repealed])
            #expect(before.0[0].firstPublished == (try day("2025-06-03")))
            #expect(try office.ledger.projectionDifferences() == [] && !store.isMissing())
            try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("DELETE FROM public_item")
                try transaction.execute("DELETE FROM public_count")
            }
            #expect(try store.isMissing())
            try office.ledger.rebuild()
            #expect(try store.list() == before.0 && store.counts() == before.1)
        }
    }

    @Test("names and places are read back from addresses, and nothing else is")
    func names() throws {
        let name = try id("a-b", "x.y-1")
        #expect(name.office.text == "a-b" && name.item.text == "x.y-1" && name.description == "a-b.x.y-1")
        #expect(PublicPlace("2025-06-03.a-b.x.y-1")?.description == "2025-06-03.a-b.x.y-1")
        for text in ["", "a", ".a", "a.", "a b.c", "甲.a", "2025-06-03"] { #expect(PublicItemID(text) == nil) }
        for text in ["", "2025-06-03", "2025-06-31.a.b", "x.a.b", "2025-06-03.a"] { #expect(PublicPlace(text) == nil) }
    }
}
