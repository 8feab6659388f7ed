import Disclosure
import Ledger
import Service
import Testing

@Suite("What an office does beside its cases")
struct OfficeAffairsTests {
    @Test("inquiries, complaints, trainings and leading groups are recorded, corrected and struck")
    func supervision() throws {
        try ActOffice.with { office in
            try office.done(
                """
                {"act":"supervision.record_inquiry","subject":"s-1","day":"2025-12-31","since":"2025-01-01","way":"telephone","persons":9}
                {"act":"supervision.record_training","subject":"s-2","day":"2025-05-06","title":"政府信息公开培训","participants":"30"}
                {"act":"supervision.record_complaint","subject":"s-3","day":"2025-06-03","form":"complaint","way":"letter","about":"reply","content":"认为答复不完整","claimant":{"name":"李四","phone":"13900001234"}}
                {"act":"supervision.answer","subject":"s-3","day":"2025-06-10","outcome":"unfounded","reply":"已经书面答复"}
                {"act":"supervision.correct_inquiry","subject":"s-1","day":"2026-01-04","because":"漏记一次","way":"telephone","persons":10}
                {"act":"supervision.strike","subject":"s-2","day":"2026-01-04","reasons":"重复登记"}
                {"act":"group.form","subject":"g-1","day":"2025-01-06","name":"政务公开领导小组","kind":"disclosure","members":[{"officer":"zhao-liu","part":"head","post":"局长"},{"officer":"zhang-san","part":"member","post":"办公室主任"}]}
                {"act":"group.change","subject":"g-1","day":"2025-06-02","leaving":["zhang-san"],"joining":[{"officer":"li-si","part":"member","post":"办公室主任"}],"basis":"测发〔2025〕3号"}
                """)
            let nobody =
                #"{"act":"supervision.record_inquiry","subject":"s-9","day":"2025-12-31","way":"counter","persons":0}"#
            #expect(try office.refused(nobody).first?.code == .supervisionNobody)
            #expect(try office.refused(nobody, as: "report_editor").first?.code == .policyRoleRefused)
        }
    }

    @Test("figures from other systems are entered, corrected and declared nil; a blank is never zero")
    func figures() throws {
        try ActOffice.with { office in
            let enter =
                #"{"act":"figure.enter","subject":"2025","day":"2026-01-05","cell":"t2_art20_5.administrative_licensing.decisions_this_year","period":"2025","value":"12","source":"审批系统"}"#
            try office.done(enter)
            #expect(try office.refused(enter).first?.field != nil)
            let blank = enter.replacing(#""12""#, with: #""""#)
            #expect(try office.refused(blank).contains { $0.code == .valueMissing && $0.field == "value" })
            #expect(try office.refused(enter.replacing(#""12""#, with: #""1,2""#)).first?.field == "value")
            try office.done(
                enter.replacing("figure.enter", with: "figure.correct").replacing("source", with: "reasons").replacing(
                    "12", with: "13"), as: "report_editor")
        }
    }

    @Test("a normative document is issued and repealed, and an adjustment by the leader names who proposed it")
    func documents() throws {
        try ActOffice.with { office in
            try office.done(
                """
                {"act":"normative.issue","subject":"n-1","day":"2025-03-03","kind":"normative_document","title":"测试街道停车管理办法","number":"测规〔2025〕1号"}
                {"act":"normative.repeal","subject":"n-1","day":"2025-11-03","basis":"测规〔2025〕9号"}
                """)
            let adjust =
                #"{"act":"adjustment.make","subject":"a-1","day":"2026-01-05","cell":"t3_applications.new_received.natural_person","year":2025,"counted":3,"change":"-1","reasons":"重复登记一件","drafter":"wang-wu"}"#
            #expect(try office.refused(adjust).first?.code == .policyRoleRefused)
            #expect(try office.refused(adjust, as: "leader", by: "wang-wu").first?.code == .policyOwnWork)
            let done = try office.done(adjust, as: "leader", by: "zhao-liu")
            #expect(done.first?.remarks.isEmpty == true)
        }
    }

    @Test("offices are founded, renamed and merged, and roles once granted are asked for")
    func offices() throws {
        try ActOffice.with { office in
            let found =
                #"{"act":"office.found","subject":"new","day":"2025-01-06","name":"测试新局","kind":"department","level":"county","parent":"city","basis":"测编〔2025〕1号"}"#
            #expect(try office.refused(found).first?.code == .policyRoleRefused)
            #expect(
                try office.refused(found, as: "system_administrator").first?.field == "parent",
                "the one above is not founded")
            try office.done(
                """
                {"act":"office.found","subject":"city","day":"2000-01-01","name":"测试市人民政府","kind":"government","level":"county"}
                {"act":"office.found","subject":"office","day":"2000-01-01","name":"测试局","kind":"department","level":"county","parent":"city"}
                \(found)
                {"act":"office.rename","subject":"new","day":"2025-06-02","name":"测试大数据局","basis":"测编〔2025〕2号"}
                """, as: "system_administrator", by: "admin-1")
            let code = try #require(AgencyCode("new"))
            #expect(try office.ledger.offices.office(code: code)?.fullName.text == "测试大数据局")
            #expect(try office.ledger.offices.office(code: code)?.parent == AgencyCode("city"))

            let grant =
                #"{"act":"office.grant_role","subject":"office","day":"2025-01-06","officer":"zhang-san","granted":"officer","basis":"岗位安排"}"#
            #expect(
                try office.refused(grant, as: "system_administrator", by: "admin-1").first?.code == .policyRoleRefused)
            try office.done(
                """
                {"act":"office.join_officer","subject":"office","day":"2025-01-06","officer":"zhang-san","name":"张三"}
                {"act":"office.join_officer","subject":"office","day":"2025-01-06","officer":"admin-2","name":"测试管理员"}
                {"act":"office.grant_role","subject":"office","day":"2025-01-06","officer":"admin-2","granted":"security_administrator","basis":"岗位安排"}
                \(grant)
                """, as: "security_administrator", by: "admin-2")
            let second = grant.replacing("zhang-san", with: "admin-2").replacing(
                #""granted":"officer""#, with: #""granted":"audit_administrator""#)
            #expect(
                try office.refused(second, as: "security_administrator", by: "admin-2").first?.code
                    == .policyCombinedAdministrators)
            let register =
                #"{"act":"request.register","day":"2025-06-03","channel":"in_person","applicant":"p-1","applicant_type":"natural_person","matter":"测试文件"}"#
            #expect(try office.refused(register, by: "li-si").first?.code == .policyRoleNotHeld)
            try office.done(register, by: "zhang-san")
            #expect(
                try office.refused(
                    #"{"act":"office.move","subject":"nowhere","day":"2025-06-03","basis":"x"}"#,
                    as: "security_administrator", by: "admin-2"
                ).first != nil)
        }
    }
}
