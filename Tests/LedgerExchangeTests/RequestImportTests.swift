import CivilTime
import Disclosure
import DocumentWriting
import LedgerExchange
import TestSupport
import Testing

@Suite("Registers of applications are taken over")
struct RequestImportTests {
    private func states(_ plan: RequestImport) throws -> [String: InformationRequest] {
        var states: [String: InformationRequest] = [:]
        for one in plan.planned {
            states[one.line.number.description] = try InformationRequest(folding: one.entries)
        }
        return states
    }

    @Test("headings are found below titles, under merged cells, in other words and another order")
    func layouts() throws {
        let plan = try Registers.requests([
            Registers.sheet(
                "台账",
                [
                    "测试市测试局2023年依申请公开台账", "填表单位：测试局||||填表日期：2024-1-5", "",
                    "序号|申请人|申请人性质|收到申请时间|申请事项|提交方式|回复时间|处理结果|联系电话",
                    "1|张三|公民|2023年3月6日|测试路改造批复|网上申请|2023.3.20|予以公开|00000000000",
                    "2|测试科技有限公司|企业|2023/4/3|测试项目环评|EMS|2023-5-8|信息不存在|", "合计|2", "填表人：李四",
                ])
        ])
        #expect(plan.faults == [])
        let states = try states(plan)
        #expect(states.keys.sorted() == ["2023-1", "2023-2"])
        #expect(states["2023-1"]?.registration.channel == .internet && states["2023-1"]?.stage == .closed)
        #expect(states["2023-1"]?.receiptDate == (try Registers.day("2023-03-06")))
        #expect(states["2023-2"]?.registration.applicantType == .commercialEnterprise)
        #expect(states["2023-2"]?.counted(inYear: 2023).result == .unableNotHeld)
        // The late answer is told with its cell, and taken over.
        #expect(plan.problems.contains { $0.cell == "G6" && $0.code == "decision.overdue" })
        #expect(plan.problems.contains { $0.code == "import.columns_left" && $0.message.contains("联系电话") })
    }

    @Test("every fault is named by its cell, with what, why and how to mend it")
    func faults() throws {
        let plan = try Registers.requests([
            Registers.sheet([
                Registers.head, "|2023-5-6|张三|自然人|当面|测试信息", "2|2023-2-30|张三|自然人|当面|测试信息",
                "3|5月6日|张三|自然人|当面|测试信息", "4|2023-5-6||自然人|当面|测试信息", "5|2023-5-6|张三|法人|当面|测试信息",
                "6|2023-5-6|张三|自然人|口信|测试信息", "7|2023-5-6|张三|自然人|当面|", "8|2023-5-6|张三|自然人|当面|测试信息|2023-5-1|予以公开",
                "9|2023-5-6|张三|自然人|当面|测试信息|2023-5-9", "10|2023-5-6|张三|自然人|当面|测试信息||予以公开",
                "11|2023-5-6|张三|自然人|当面|身份证11010519491231002X的信息", "12|2027-5-6|张三|自然人|当面|测试信息",
                "2021-13|2023-5-6|张三|自然人|当面|测试信息", "14|2023-5-6|张三|自然人|当面|测试信息", "14|2023-5-7|李四|自然人|当面|测试信息二",
                "15||张三|自然人|当面|测试信息",
            ])
        ])
        #expect(
            plan.faults == [
                "A2 import.number.blank", "B3 import.applied.no_such_day", "B4 import.applied.no_year",
                "C5 import.applicant.blank", "D6 import.type.unknown", "E7 import.channel.unknown",
                "F8 import.matter.blank",
                "G9 request.day_before_receipt", "H10 history.incomplete", "G11 history.incomplete",
                "F12 import.matter.value.citizen_number", "B13 act.day_in_future", "A14 request.number_year",
                "A16 import.number.duplicate", "B17 import.applied.blank",
            ])
        #expect(plan.lines == 16 && plan.planned.count == 1 && plan.badLines == 15)
        for problem in plan.problems {
            #expect(!problem.message.isEmpty && !problem.remedy.isEmpty, "\(problem.code)")
            #expect(!problem.message.contains("11010519491231002X"))
        }
    }

    @Test("a number that the ledger has already is a duplicate")
    func existing() throws {
        let known = try #require(RequestNumber("2023-1"))
        let plan = try Registers.requests(
            [Registers.sheet([Registers.head, "1|2023-5-6|张三|自然人|当面|测试信息"])], existing: [known])
        #expect(plan.faults == ["A2 import.number.duplicate"])
    }

    @Test("one applicant merged over several lines is one person, by an opaque name")
    func mergedApplicant() throws {
        var sheet = Registers.sheet([
            Registers.head, "1|2023-5-6|张三|自然人|当面|测试信息一", "2|2023-5-6|||当面|测试信息二", "3|2023-5-8|李四|自然人|当面|测试信息三",
        ])
        sheet.fill(rows: 2...3, columns: 3...3)
        sheet.fill(rows: 2...3, columns: 4...4)
        let plan = try Registers.requests([sheet])
        let persons = plan.planned.map { $0.line.history.registration.applicant.text }
        #expect(persons == ["imp-1-p1", "imp-1-p1", "imp-1-p2"])
        #expect(plan.planned.map(\.line.applicantName) == ["张三", "张三", "李四"])
    }

    @Test("several sheets are read, others left with a word, and a mapping chooses and explains")
    func sheetsAndMapping() throws {
        let sheets = [
            Registers.sheet("说明", ["本台账由测试局填写", "共两年"]),
            Registers.sheet("2022", [Registers.head, "1|2022-5-6|张三|自然人|当面|测试信息"]),
            Registers.sheet("2023", ["甲|乙|丙|丁", "7|2023-5-6|张三|要一份批复"]),
        ]
        let plain = try Registers.requests(sheets)
        #expect(plain.planned.count == 1)
        #expect(plain.problems.filter { $0.code == "import.no_header" }.map(\.sheet) == ["说明", "2023"])
        let mapped = try Registers.requests(
            sheets,
            mapping: """
                # 2023年的表头不同
                工作表 = 2023
                表头行 = 1
                列 登记号 = A
                列 收到日期 = 乙
                列 申请人 = 丙
                列 申请内容 = 丁
                默认 申请人类型 = 自然人
                默认 申请渠道 = 当面
                """)
        #expect(mapped.faults == [] && mapped.planned.map(\.line.number.description) == ["2023-7"])
        let words = try Registers.requests(
            [Registers.sheet([Registers.head, "1|2022-5-6|张三|散户|当面|测试信息|2022-5-9|网上答复"])],
            mapping: "值 申请人类型 散户 = 自然人\n值 办理结果 网上答复 = 予以公开")
        #expect(words.faults == [] && words.planned.count == 1)
    }

    @Test(
        "a mapping file that is wrong is refused with its line",
        arguments: [
            ("列 登记号", "第 1 行"), ("\n列 没有的列 = A", "第 2 行"), ("表头行 = 甲", "第 1 行"), ("行 登记号 = A", "第 1 行"),
            ("列 登记号 =", "第 1 行"),
        ])
    func wrongMapping(_ text: String, _ place: String) {
        do throws(ImportMapping.Fault) {
            _ = try ImportMapping(parsing: text, fields: ["登记号"])
            Issue.record("taken")
        } catch {
            #expect(error.message.contains(place))
        }
    }

    @Test("a register without a needed column says which, and how to go on")
    func missingColumns() throws {
        let plan = try Registers.requests([Registers.sheet(["登记号|申请日期|申请人", "1|2023-5-6|张三"])])
        let problem = try #require(plan.problems.first { $0.code == "import.column_missing" })
        #expect(problem.message.contains("申请内容") && problem.remedy.contains("列 申请内容 ="))
        #expect(plan.planned.isEmpty && plan.hasErrors)
    }

    @Test("an empty file, a long one and repeated headings")
    func edges() throws {
        #expect(try Registers.requests([]).faults == ["- import.nothing"])
        #expect(try Registers.requests([Registers.sheet([Registers.head])]).faults == ["- import.nothing"])
        var limits = ImportLimits()
        limits.lines = 2
        let rows = [Registers.head] + (1...3).map { "\($0)|2023-5-6|张三|自然人|当面|测试信息" }
        let long = try Registers.requests([Registers.sheet(rows)], limits: limits)
        #expect(long.planned.count == 2 && long.faults == ["- import.too_many_lines"])
        let repeated = try Registers.requests([
            Registers.sheet([rows[0], rows[1], rows[0], rows[2]])
        ])
        #expect(repeated.faults == [] && repeated.planned.count == 2)
    }

    @Test("whatever stands in the cells, nothing stops the import and every fault has a place")
    func hostile() throws {
        let seed: UInt64 = 11
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "2023-5-6", "张三", "=1+1", "\u{0}", "𠮷", String(repeating: "长", count: 5_000), "自然人", "当面", "予以公开", "-",
            "1e309",
            "２０２３", "\u{202E}甲", "2023-99-99", "", " ", "网络", "99999999999999999999",
        ]
        for round in 0..<200 {
            let line = (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: "|")
            let plan = try Registers.one(line)
            #expect(plan.planned.count + plan.badLines == plan.lines, "seed \(seed), round \(round)")
            for one in plan.planned { _ = try InformationRequest(folding: one.entries) }
        }
    }

    @Test("the filled template goes through the reader and is taken over without a word")
    func template() throws {
        var book = RegisterTemplate.requests(created: try Registers.day("2025-06-03"))
        let values = [
            "2023-1", "2023-05-06", "", "张三", "自然人", "当面", "测试路改造批复", "2023-05-09", "2023-05-12", "", "2023-05-20",
            "予以公开", "邮寄", "2023-05-21", "2023-05-22",
        ]
        for (place, text) in values.enumerated() {
            let day = Day(text)
            book.sheets[0].put(
                day.map(CellValue.day) ?? .text(ifAny: text), at: CellRange(row: 1, column: place), .listed)
        }
        let plan = try Registers.requests(Registers.sheets(book))
        #expect(plan.faults == [] && plan.planned.count == 1)
        let request = try #require(try states(plan)["2023-1"])
        #expect(request.stage == .closed && request.wasAskedToCorrect)
        #expect(request.round.servedOn?.description == "2023-05-21")
        #expect(request.round.closedOn?.description == "2023-05-22")
        #expect(plan.problems.filter { $0.severity != .notice && $0.code.hasPrefix("import.") }.isEmpty)
        let empty = try Registers.requests(
            Registers.sheets(RegisterTemplate.requests(created: try Registers.day("2025-06-03"))))
        #expect(empty.faults == ["- import.nothing"])
    }
}
