import Disclosure
import Ledger
import Service
import TestSupport
import Testing

/// A year of one office, act by act through the path of the command line, with what is forbidden tried in between.
@Suite("A year of an office")
struct OfficeYearTests {
    private static let register = """
        {"act":"request.register","subject":"2025-1","day":"2025-06-03","channel":"in_person",\
        "applicant":{"name":"张三","phone":"13800001234"},"applicant_type":"natural_person","identity_proof":"paper-1",\
        "matter":"测试路改造工程的批准文件"}
        """

    @Test(
        "a request goes from the register to the archive, and forbidden steps are findings that change nothing",
        arguments: DatabaseEngine.allCases)
    func request(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            let done = try office.done(Self.register)
            #expect(done.first?.subject == SubjectKey(kind: .request, name: "2025-1"))
            #expect(done.first?.entries.map(\.kind) == ["person.recorded", "request.registered"])
            #expect(try office.refused(Self.register).contains { $0.code == .requestAlreadyRegistered })
            // Not its turn, not its role, not its office, not its form.
            #expect(
                try office.refused(#"{"act":"request.close","subject":"2025-1","day":"2025-06-05"}"#)
                    .contains { $0.code == .requestStillHandled })
            let ask =
                #"{"act":"request.ask_correction","subject":"2025-1","day":"2025-06-05","points":"写明工程名称","deadline":"2025-06-20"}"#
            #expect(try office.refused(ask, as: "reviewer").first?.code == .policyRoleRefused)
            #expect(try office.refused(ask, as: "visitor").first?.code == .policyUnknownRole)
            try office.done(ask)
            #expect(try office.refused(ask).first?.article == .regulation(30))
            try office.done(
                #"{"act":"request.receive_correction","subject":"2025-1","day":"2025-06-10","matter":"测试路一期改造工程的批准文件"}"#
            )
            let extend =
                #"{"act":"request.extend","subject":"2025-1","day":"2025-07-01","reasons":"需要查阅历史档案","drafter":"zhang-san"}"#
            #expect(try office.refused(extend).first?.code == .policyRoleRefused)
            #expect(try office.refused(extend, as: "leader", by: "zhang-san").first?.code == .policyOwnWork)
            try office.done(extend, as: "leader", by: "zhao-liu")
            #expect(
                try office.refused(extend, as: "leader", by: "zhao-liu").contains { $0.code == .requestAlreadyExtended }
            )
            try office.done(
                """
                {"act":"request.issue_fee_notice","subject":"2025-1","day":"2025-07-02","reasons":"当月申请数量明显超过合理范围","nth":"11"}
                {"act":"request.record_delivery","subject":"2025-1","day":"2025-07-03"}
                """)
            #expect(
                try office.refused(
                    #"{"act":"request.record_payment","subject":"2025-1","day":"2025-07-07","fen":1}"#
                ).first?.field != nil)
            try office.done(#"{"act":"request.record_payment","subject":"2025-1","day":"2025-07-07","fen":10000}"#)
            let decide =
                #"{"act":"request.decide","subject":"2025-1","day":"2025-07-15","leaf":"partially_disclosed","given":"批准文件","withheld":[{"part":"附件中的联系人","ground":"denied_third_party_rights","reasons":"涉及个人隐私"}],"drafter":"zhang-san"}"#
            #expect(try office.refused(decide).first?.code == .policyRoleRefused)
            #expect(try office.refused(decide, as: "leader", by: "zhang-san").first?.code == .policyOwnWork)
            try office.done(decide, as: "leader", by: "zhao-liu")
            try office.done(
                """
                {"act":"request.serve","subject":"2025-1","day":"2025-07-16","manner":"post","proof":"EMS测试单号1"}
                {"act":"request.close","subject":"2025-1","day":"2025-07-16"}
                {"act":"request.file","subject":"2025-1","day":"2025-07-31","folder":"2025-永久-1"}
                """)
            #expect(try office.request("2025-1")?.stage == .filed)
        }
    }

    @Test("an answer is taken to review, quashed and given anew", arguments: DatabaseEngine.allCases)
    func appeal(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            try office.done(
                #"{"act":"request.decide","subject":"2025-1","day":"2025-06-20","leaf":"unable_not_held","not_held_ground":"nonexistent","search":{"places":"档案室","terms":"测试路 改造","day":"2025-06-10"}}"#
            )
            let appeal =
                #"{"act":"appeal.register","subject":"fy-1","day":"2025-07-10","route":"review","contested":"answer","request":"2025-1","claimant":{"name":"张三","phone":"13800001234"},"body":"测试市人民政府 2025年第1号"}"#
            #expect(try office.refused(appeal).first?.code == .appealNoAnswer)
            try office.done(
                """
                {"act":"request.serve","subject":"2025-1","day":"2025-06-23","manner":"direct","proof":"送达回证"}
                {"act":"request.close","subject":"2025-1","day":"2025-06-23"}
                \(appeal)
                {"act":"appeal.reply","subject":"fy-1","day":"2025-07-18","letter":"测公开〔2025〕1号"}
                """)
            let reopen =
                #"{"act":"request.reopen_after_appeal","subject":"2025-1","day":"2025-09-01","appeal":"fy-2","ordered":"2025-09-30"}"#
            #expect(try office.refused(reopen).first?.field == "appeal")
            try office.done(
                """
                {"act":"appeal.conclude","subject":"fy-1","day":"2025-09-01","outcome":"review_revoked","ruling":"复决〔2025〕1号","must_answer":true,"ordered":"2025-09-30"}
                \(reopen.replacing("fy-2", with: "fy-1"))
                {"act":"request.decide","subject":"2025-1","day":"2025-09-10","leaf":"disclosed","mode":"supplied","access":"随函附上复印件"}
                """)
            let request = try #require(try office.request("2025-1"))
            #expect(request.rounds.count == 2 && request.stage == .decided)
            let subject = try #require(Subject<AppealAct>(name: "fy-1"))
            let code = try #require(AgencyCode("office"))
            let claimant = try office.ledger.entries.state(of: subject, office: code)?.value?.registration.claimant
            #expect(claimant == request.registration.applicant, "the same person is found again")
        }
    }

    @Test(
        "an item is reviewed on three levels by three people, published, handed over and taken back",
        arguments: DatabaseEngine.allCases)
    func item(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(
                """
                {"act":"item.draft","subject":"i-1","day":"2025-03-03","title":"测试街道停车管理办法","body":"text-1","formed":"2025-03-03","category":"art20_1"}
                {"act":"item.submit","subject":"i-1","day":"2025-03-04","secrecy":"不涉密，可以公开"}
                """)
            let approve = #"{"act":"item.approve","subject":"i-1","day":"2025-03-05"}"#
            #expect(try office.refused(approve).first?.code == .policyRoleRefused)
            #expect(try office.refused(approve, as: "reviewer").first?.code == .policyOwnWork)
            #expect(try office.refused(approve, as: "leader", by: "zhao-liu").contains { $0.code == .itemLevelOrder })
            try office.done(approve, as: "reviewer", by: "li-si")
            #expect(try office.refused(approve, as: "leader", by: "li-si").contains { $0.code == .itemSamePerson })
            try office.done(approve, as: "leader", by: "zhao-liu")
            try office.done(
                #"{"act":"item.publish","subject":"i-1","day":"2025-03-06","index":"office/2025-00001","channels":["website","wechat"]}"#
            )
            #expect(
                try office.refused(#"{"act":"handover.prepare","subject":"2025-1","day":"2025-04-05","items":["i-2"]}"#)
                    .first?.field == "items[0]")
            try office.done(
                """
                {"act":"handover.prepare","subject":"2025-1","day":"2025-04-05","items":["i-1"]}
                {"act":"handover.receive","subject":"2025-1","day":"2025-04-07","hall":"archives","proof":"交接文据1"}
                {"act":"handover.receive","subject":"2025-1","day":"2025-04-08","hall":"library","proof":"交接文据1"}
                {"act":"handover.prepare","subject":"2025-2","day":"2025-04-20"}
                {"act":"item.withdraw","subject":"i-1","day":"2025-05-06","reasons":"内容有误"}
                """)
        }
    }

    @Test(
        "a split, a merger and a transfer touch two subjects or offices in one transaction",
        arguments: DatabaseEngine.allCases)
    func pairs(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let split =
                #"{"act":"request.split","subject":"2025-1","day":"2025-06-05","kept":"批准文件","parts":[{"matter":"招标文件"},{"number":"2025-7","matter":"验收文件"}]}"#
            let done = try office.done(split)
            #expect(done.first?.entries.map(\.subject.name) == ["2025-1", "2025-2", "2025-7"])
            #expect(try office.request("2025-2")?.registration.origin?.kind == .split)
            #expect(
                try office.refused(#"{"act":"request.merge","subject":"2025-7","day":"2025-06-09","into":"2025-9"}"#)
                    .first?.field == "into")
            try office.done(#"{"act":"request.merge","subject":"2025-7","day":"2025-06-09","into":"2025-2"}"#)
            let transfer =
                #"{"act":"request.transfer","subject":"2025-2","day":"2025-06-10","to":"street","reasons":"经申请人同意"}"#
            #expect(try office.refused(transfer.replacing("street", with: "office")).first?.code == .transferTarget)
            let moved = try office.done(transfer)
            #expect(
                moved.first?.entries.map { "\($0.office.text) \($0.kind)" } == [
                    "office request.transferred", "office person.looked", "street person.recorded",
                    "street request.registered",
                ])
            let there = try #require(try office.request("2025-1", of: "street"))
            #expect(there.registration.origin?.request.description == "2025-2")
            #expect(there.registration.applicant != (try office.request("2025-1"))?.registration.applicant)
        }
    }

    @Test(
        "what several asked for is promoted, with the draft of the item in the same transaction",
        arguments: DatabaseEngine.allCases)
    func promotion(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            try office.done(
                """
                {"act":"request.register","day":"2025-06-04","channel":"signed_post","applicant":{"name":"李四","phone":"13900001234"},"applicant_type":"natural_person","matter":"同一工程的批准文件"}
                {"act":"request.decide","subject":"2025-1","day":"2025-06-06","leaf":"disclosed","mode":"supplied","access":"随函附上"}
                {"act":"request.serve","subject":"2025-1","day":"2025-06-06","manner":"direct","proof":"送达回证"}
                """)
            let promote =
                #"{"act":"request.promote_to_proactive","subject":"2025-1","day":"2025-06-10","basis":"several_applicants","others":["2025-2"],"item":"i-9"}"#
            #expect(try office.refused(promote).first?.field == "item")
            let done = try office.done(
                promote.replacing(
                    #""item":"i-9""#,
                    with:
                        #""item":"i-9","draft":{"title":"测试路改造工程批准文件","body":"text-9","formed":"2025-06-10","category":"art20_10"}"#
                ))
            #expect(done.first?.entries.map(\.kind) == ["request.promoted", "item.drafted"])
        }
    }
}
