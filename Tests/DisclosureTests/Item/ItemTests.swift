import CivilTime
import Disclosure
import TestSupport
import Testing

/// One item that is led through its acts.
struct ItemSample {
    let calendar: WorkingCalendar
    let today: Day
    var entries: [ItemEntry] = []
    var item: InformationItem?

    init() throws {
        calendar = try OfficialCalendar.load()
        today = try day("2026-07-01")
    }

    @discardableResult
    mutating func run(_ command: some ItemCommand) throws(Refusal) -> Ruling<ItemAct> {
        let ruling = try command.decide(on: item, today: today, calendar: calendar)
        for entry in ruling.entries {
            item = try InformationItem.applying(entry, to: item)
            entries.append(entry)
        }
        return ruling
    }

    func objections(to command: some ItemCommand) -> [Finding] {
        do throws(Refusal) {
            _ = try command.decide(on: item, today: today, calendar: calendar)
            return []
        } catch {
            let errors = error.findings.filter { $0.severity == .error }
            for finding in errors {
                #expect(!finding.message.isEmpty && !finding.remedy.isEmpty && finding.article != nil, "\(finding)")
            }
            return errors
        }
    }

    func codes(against command: some ItemCommand) -> [Finding.Code] { objections(to: command).map(\.code) }

    static func content(_ attribute: DisclosureAttribute = .proactive, title: String = "测试镇政务公开工作要点") throws
        -> ItemContent
    {
        ItemContent(
            try text(title), body: try reference("file-1"), formed: try day("2025-06-03"),
            category: attribute == .proactive ? .otherStatutory : nil, attribute: attribute,
            ground: attribute == .denied ? .processInformation : nil,
            reasons: attribute == .proactive ? nil : try text("属于过程性信息"))
    }

    static let index = IndexNumber("350581001/2025-00012")

    /// An item up to a stage.
    static func at(_ stage: ItemStage?, _ attribute: DisclosureAttribute = .proactive) throws -> ItemSample {
        var sample = try ItemSample()
        guard let stage else { return sample }
        try sample.run(
            DraftItem(reference("item-1"), content(attribute), by: reference("o-wangwu"), on: day("2025-06-05")))
        if stage == .draft { return sample }
        try sample.run(SubmitItem(by: reference("o-wangwu"), secrecy: text("不涉密，可以公开"), on: day("2025-06-06")))
        if stage == .inReview { return sample }
        try sample.run(ApproveItem(approval(on: "2025-06-09", as: .reviewer, by: "o-lisi")))
        try sample.run(ApproveItem(approval(on: "2025-06-10", as: .supervisingLeader, by: "o-zhaoliu")))
        if stage == .approved { return sample }
        try sample.run(PublishItem(try #require(index), on: [.website, .wechat, .website], on: day("2025-06-20")))
        if stage == .published { return sample }
        try sample.run(WithdrawItem(on: day("2025-06-23"), reasons: text("附件需要更正")))
        if stage == .withdrawn { return sample }
        let ruling = try VoidItem(on: day("2025-06-24"), reasons: text("误登记")).decide(
            on: sample.item, today: sample.today)
        sample.entries += ruling.entries
        sample.item = try InformationItem(folding: sample.entries)
        return sample
    }
}

@Suite("items of information, their review and publication")
struct ItemTests {
    static let matrix = """
        draft            + - - - - - +
        amend            - + + + + + -
        submit           - + - - - - -
        approve          - - + - - - -
        return           - - + - - - -
        publish          - - - + - - -
        withdraw         - - - - + - -
        change_validity  - - - - + - -
        reassess         - - - - - - -
        """

    static func commands() throws -> [any ItemCommand] {
        let on = try day("2025-06-25")
        let officer: OfficerReference = try reference("o-sunqi")
        return [
            DraftItem(try reference("item-1"), try ItemSample.content(), by: officer, on: on),
            AmendItem(try ItemSample.content(title: "改过的标题"), by: officer, on: on),
            SubmitItem(by: officer, secrecy: try text("不涉密"), on: on),
            ApproveItem(try approval(on: "2025-06-25", as: .reviewer, by: "o-sunqi")),
            ReturnItem(by: officer, reasons: try text("请补充附件"), on: on),
            PublishItem(try #require(ItemSample.index), on: [.website], on: on),
            WithdrawItem(on: on, reasons: try text("附件需要更正")),
            ChangeValidity(to: .repealed, on: on, reasons: try text("由测试文件废止")),
            ReassessItem(.kept, on: on, by: officer, reasons: try text("情形没有变化")),
        ]
    }

    private func verb(_ command: some ItemCommand) -> ItemVerb { type(of: command).verb }

    @Test("every stage allows exactly the verbs of the table")
    func stages() throws {
        let samples = try ([nil] + ItemStage.allCases).map { try ItemSample.at($0) }
        #expect(samples.map(\.item?.stage) == [nil] + ItemStage.allCases)
        let lines = Self.matrix.split(separator: "\n").map { $0.split(separator: " ") }
        let commands = try Self.commands()
        #expect(lines.map { String($0[0]) } == ItemVerb.allCases.map(\.rawValue))
        for (line, command) in zip(lines, commands) {
            for (column, sample) in samples.enumerated() {
                let isAllowed = line[column + 1] == "+"
                let place = "\(line[0]) at \(column)"
                #expect((verb(command).obstacle(for: sample.item) == nil) == isAllowed, "\(place)")
                #expect(sample.objections(to: command).isEmpty == isAllowed, "\(place)")
            }
        }
        for attribute in [DisclosureAttribute.onRequest, .denied] {
            let held = try ItemSample.at(.approved, attribute)
            #expect(held.codes(against: commands[5]) == [.itemNotProactive])
            #expect(held.codes(against: commands[8]) == [])
        }
    }

    @Test("no one agrees to own work, nor at two levels, nor out of order")
    func review() throws {
        var sample = try ItemSample.at(.inReview)
        func approve(_ role: OfficeRole, _ officer: String, _ on: String = "2025-06-09") throws -> ApproveItem {
            ApproveItem(try approval(on: on, as: role, by: officer))
        }
        #expect(try sample.codes(against: approve(.reviewer, "o-wangwu")) == [.actApprovalOwnWork])
        #expect(try sample.codes(against: approve(.supervisingLeader, "o-lisi")) == [.itemLevelOrder])
        #expect(try sample.codes(against: approve(.handler, "o-lisi")) == [.itemLevelOrder])
        #expect(try sample.codes(against: approve(.reviewer, "o-lisi", "2025-06-05")) == [.actDayOrder])
        try sample.run(approve(.reviewer, "o-lisi"))
        #expect(sample.item?.nextLevel == .supervisingLeader)
        #expect(try sample.codes(against: approve(.supervisingLeader, "o-lisi")) == [.itemSamePerson])
        #expect(try sample.codes(against: approve(.supervisingLeader, "o-wangwu")) == [.actApprovalOwnWork])
        try sample.run(approve(.supervisingLeader, "o-zhaoliu", "2025-06-10"))
        #expect(try sample.item?.stage == .approved && sample.item?.assessedOn == (day("2025-06-10")))
    }

    @Test("a version that is given back or changed is reviewed from the beginning, by none of its authors")
    func changed() throws {
        var sample = try ItemSample.at(.inReview)
        try sample.run(ApproveItem(approval(on: "2025-06-09", as: .reviewer, by: "o-lisi")))
        try sample.run(ReturnItem(by: reference("o-zhaoliu"), reasons: text("请补充"), on: day("2025-06-10")))
        #expect(sample.item?.stage == .draft && sample.item?.approvals.isEmpty == true)
        // The reviewer changes it: now an author as well.
        try sample.run(AmendItem(ItemSample.content(title: "改过的标题"), by: reference("o-lisi"), on: day("2025-06-10")))
        try sample.run(SubmitItem(by: reference("o-wangwu"), secrecy: text("不涉密"), on: day("2025-06-11")))
        #expect(
            try sample.codes(against: ApproveItem(approval(on: "2025-06-12", as: .reviewer, by: "o-lisi"))) == [
                .actApprovalOwnWork
            ])
        #expect(
            try sample.codes(against: ApproveItem(approval(on: "2025-06-12", as: .reviewer, by: "o-wangwu"))) == [
                .actApprovalOwnWork
            ])

        var online = try ItemSample.at(.published)
        let same = AmendItem(try ItemSample.content(), by: try reference("o-wangwu"), on: try day("2025-06-25"))
        #expect(online.codes(against: same) == [.itemUnchanged])
        try online.run(AmendItem(ItemSample.content(title: "改过的标题"), by: reference("o-wangwu"), on: day("2025-06-25")))
        #expect(online.item?.stage == .draft && online.item?.published?.version == 1)
        #expect(
            try online.codes(against: PublishItem(#require(ItemSample.index), on: [.website], on: day("2025-06-26")))
                == [.itemStage])
        try online.run(SubmitItem(by: reference("o-wangwu"), secrecy: text("不涉密"), on: day("2025-06-26")))
        try online.run(ApproveItem(approval(on: "2025-06-26", as: .reviewer, by: "o-lisi")))
        try online.run(ApproveItem(approval(on: "2025-06-26", as: .supervisingLeader, by: "o-zhaoliu")))
        let other = try #require(IndexNumber("350581001/2025-00013"))
        #expect(
            try online.codes(against: PublishItem(other, on: [.website], on: day("2025-06-27"))) == [.itemIndexChanged])
        try online.run(PublishItem(#require(ItemSample.index), on: [.website], on: day("2025-06-27")))
        #expect(online.item?.published?.version == 2 && online.item?.firstPublished?.version == 1)
    }

    @Test("formed 2025-06-03, it is in time until 2025-07-01, and late ones are remarked")
    func timeliness() throws {
        for (published, isTimely) in [("2025-07-01", true), ("2025-07-02", false)] {
            var sample = try ItemSample.at(.approved)
            #expect(sample.item?.isTimely(by: sample.calendar) == nil)
            let ruling = try sample.run(PublishItem(#require(ItemSample.index), on: [.website], on: day(published)))
            #expect(sample.item?.isTimely(by: sample.calendar) == isTimely)
            #expect(ruling.remarks.map(\.code) == (isTimely ? [] : [.itemPublishedLate]))
        }
        // What is changed has its own 20 days; a better wording of the same has none.
        for (formed, codes) in [("2025-06-03", []), ("2025-07-10", [Finding.Code.itemPublishedLate])] {
            var changed = try ItemSample.at(.published)
            var content = try ItemSample.content(title: "改过的标题")
            content.formed = try day(formed)
            try changed.run(AmendItem(content, by: reference("o-wangwu"), on: day("2025-08-01")))
            try changed.run(SubmitItem(by: reference("o-wangwu"), secrecy: text("不涉密"), on: day("2025-08-04")))
            try changed.run(ApproveItem(approval(on: "2025-08-05", as: .reviewer, by: "o-lisi")))
            try changed.run(ApproveItem(approval(on: "2025-08-06", as: .supervisingLeader, by: "o-zhaoliu")))
            let ruling = try changed.run(PublishItem(#require(ItemSample.index), on: [.website], on: day("2025-08-11")))
            #expect(ruling.remarks.map(\.code) == codes, "\(formed)")
            // 2025-07-10 and 20 working days: 2025-08-07.
            #expect(changed.item?.isTimely(by: changed.calendar) == codes.isEmpty, "\(formed)")
            #expect(changed.item?.changes.count == codes.count)
            try changed.run(WithdrawItem(on: day("2025-08-12"), reasons: text("内容有误")))
            #expect(changed.item?.isTimely(by: changed.calendar) == codes.isEmpty, "what was late stays late")
        }
        var quick = try ItemSample.content()
        quick.timeLimit = 7
        #expect(quick.publicationDue(by: try OfficialCalendar.load()) == (try day("2025-06-12")))
    }

    @Test("an attribute needs its reasons, a publication its channel and category")
    func content() throws {
        let sample = try ItemSample()
        func draft(_ content: ItemContent, on: String = "2025-06-05") throws -> DraftItem {
            DraftItem(try reference("item-1"), content, by: try reference("o-wangwu"), on: try day(on))
        }
        var denied = try ItemSample.content(.denied)
        denied.reasons = nil
        denied.ground = nil
        #expect(try sample.objections(to: draft(denied)).map(\.field) == ["reasons", "ground"])
        var asked = try ItemSample.content(.onRequest)
        asked.reasons = nil
        #expect(try sample.codes(against: draft(asked)) == [.itemNoReasons])
        var open = try ItemSample.content()
        open.category = nil
        #expect(try sample.codes(against: draft(open)) == [.itemNoCategory])
        #expect(try sample.codes(against: draft(ItemSample.content(), on: "2025-06-02")) == [.actDayOrder])
        #expect(try sample.codes(against: draft(ItemSample.content(), on: "2026-07-02")) == [.actDayInFuture])
        let approved = try ItemSample.at(.approved)
        #expect(
            try approved.codes(against: PublishItem(#require(ItemSample.index), on: [], on: day("2025-06-20"))) == [
                .itemNoChannel
            ])
        #expect(try ItemSample.at(.published).item?.published?.publication.channels == [.website, .wechat])
    }

    @Test(
        "information that is not published is looked at again, and opened through a new review within 20 working days")
    func reassessment() throws {
        var sample = try ItemSample.at(.approved, .denied)
        #expect(sample.item?.reassessmentDue(everyMonths: 12) == (try day("2026-06-10")))
        try sample.run(ReassessItem(.kept, on: day("2026-06-01"), by: reference("o-wangwu"), reasons: text("没有变化")))
        #expect(sample.item?.reassessmentDue(everyMonths: 12) == (try day("2027-06-01")))
        let ruling = try sample.run(
            ReassessItem(.disclose, on: day("2026-06-03"), by: reference("o-sunqi"), reasons: text("事项已经办结")))
        #expect(ruling.remarks.map(\.code) == [.itemNoCategory])
        #expect(sample.item?.stage == .draft && sample.item?.content.attribute == .proactive)
        #expect(sample.item?.content.formed == (try day("2026-06-03")))
        #expect(sample.item?.reassessmentDue(everyMonths: 12) == nil)
        #expect(try ItemSample.at(.published).item?.reassessmentDue(everyMonths: 12) == nil)
        // Without a category it passes the review but is not published.
        try sample.run(SubmitItem(by: reference("o-wangwu"), secrecy: text("不涉密"), on: day("2026-06-04")))
        try sample.run(ApproveItem(approval(on: "2026-06-05", as: .reviewer, by: "o-lisi")))
        try sample.run(ApproveItem(approval(on: "2026-06-05", as: .supervisingLeader, by: "o-zhaoliu")))
        #expect(
            try sample.codes(against: PublishItem(#require(ItemSample.index), on: [.website], on: day("2026-06-08")))
                == [.itemNoCategory])
    }

    @Test("what was taken back comes again through a new review; what was repealed stays on line")
    func afterwards() throws {
        var back = try ItemSample.at(.withdrawn)
        #expect(back.item?.published == nil && back.item?.withdrawal != nil)
        try back.run(AmendItem(ItemSample.content(), by: reference("o-wangwu"), on: day("2025-06-25")))
        #expect(back.item?.stage == .draft)
        var repealed = try ItemSample.at(.published)
        let change = ChangeValidity(to: .repealed, on: try day("2025-06-25"), reasons: try text("由测试文件废止"))
        var none = change
        none.validity = .inForce
        #expect(repealed.codes(against: none) == [.itemValidity])
        try repealed.run(change)
        #expect(repealed.item?.validity == .repealed && repealed.item?.stage == .published)
        #expect(repealed.codes(against: change) == [.itemNotInForce])
    }

    @Test("index numbers follow the office's rule")
    func indexNumbers() throws {
        let agency: AgencyReference = try reference("350581001")
        #expect(
            try IndexRule.standard.number(agency: agency, category: nil, year: 2020, serial: 12).text
                == "350581001/2020-00012")
        let local = IndexRule([
            .literal("FJ"), .agency, .literal("-"), .category(width: 4), .literal("-"), .year, .serial(width: 3),
        ])
        #expect(
            try local.number(agency: agency, category: .licensing, year: 2020, serial: 7).text
                == "FJ350581001-0005-2020007")
        #expect(throws: Refusal.self) { try local.number(agency: agency, category: nil, year: 2020, serial: 1_000) }
        #expect(throws: Refusal.self) {
            try IndexRule([.literal("a b")]).number(agency: agency, category: nil, year: 2020, serial: 1)
        }
        #expect(throws: Refusal.self) { try IndexRule([]).number(agency: agency, category: nil, year: 2020, serial: 1) }
    }

    @Test("a rule is read from its wording")
    func indexRuleWording() throws {
        #expect(try IndexRule(parsing: "{agency}/{year}-{serial:5}") == .standard)
        #expect(
            try IndexRule(parsing: "闽{agency}〔{year}〕{category:2}·{serial:3}号").parts == [
                .literal("闽"), .agency, .literal("〔"), .year, .literal("〕"), .category(width: 2), .literal("·"),
                .serial(width: 3), .literal("号"),
            ])
        for wrong in [
            "", "{year}", "{serial:5}", "{year}{serial}", "{year}{serial:0}", "{year}{serial:10}", "{year}{serial:5",
            "{year} {serial:5}", "{year}}{serial:5}", "{year}{serial:5}{serial:5}", "{day}{year}{serial:5}",
            "{year:4}{serial:5}",
        ] {
            #expect(throws: Refusal.self, "\(wrong)") { try IndexRule(parsing: wrong) }
        }
    }

    @Test("entries read back as written and fold to the same item; others do not fit")
    func entries() throws {
        var sample = try ItemSample.at(.inReview)
        try sample.run(ReturnItem(by: reference("o-lisi"), reasons: text("请补充"), on: day("2025-06-09")))
        try sample.run(AmendItem(ItemSample.content(title: "改过的标题"), by: reference("o-wangwu"), on: day("2025-06-10")))
        #expect(try InformationItem(folding: sample.entries) == sample.item)
        let held = try ItemSample.at(.approved, .denied)
        var assessed = held
        try assessed.run(ReassessItem(.disclose, on: day("2026-06-03"), by: reference("o-sunqi"), reasons: text("办结")))
        var repealed = try ItemSample.at(.published)
        try repealed.run(ChangeValidity(to: .expired, on: day("2025-06-25"), reasons: text("期限届满")))
        let ended = try ItemSample.at(.voided)
        let past = ItemHistory(
            try reference("item-2"), try ItemSample.content(), index: ItemSample.index, channels: [.website],
            published: try day("2025-06-10"), takenOverBy: try reference("o-import"))
        let taken = past.decide(today: sample.today, calendar: sample.calendar).entries
        var seen: Set<ItemAct.Kind> = []
        let all = (sample.entries + assessed.entries + repealed.entries + ended.entries + taken).filter {
            seen.insert($0.kind).inserted
        }
        #expect(seen == Set(ItemAct.Kind.allCases))
        try checkGolden(all, "item-entries.jsonl")
        for entry in all.dropFirst() where entry.kind != .takenOver {
            #expect(throws: Refusal.self) { try InformationItem(folding: [entry]) }
        }
    }
}
