internal import Disclosure
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Search
internal import Service

/// What was found: the form, how much it is, the results, or what to do instead.
struct SearchResultPage {
    let address: SearchAddress
    let answer: SearchAnswer
    /// False where the page is opened without a question.
    let isAsked: Bool
    let limits: SearchLimits
    /// What is said of fields that nothing was made of.
    var strays = HTML.empty
    let t: Wording

    private var question: SearchQuestion { address.question }

    /// - Parameter path: the address that the links to other views lead back to.
    func content(path: String) -> PageContent {
        let name = t("检索", "Search")
        let typed = question.typed.trimmed
        var content = PageContent(
            title: typed.isEmpty ? name : "\(String(typed.prefix(40))) - \(name)",
            crumbs: [.init(label: name, path: nil)],
            main: """
                <header class="org">
                <h1>\(name)</h1>
                <p class="meta"><span>\(t(
                    "查各机关公开的信息和年报，含正文和附件", "Published information and annual reports, with texts and attachments"))</span></p>
                </header>
                \(SearchForm(
                    address: address, offices: answer.offices, published: answer.years, limits: limits, t: t).html)
                \(strays)\(outcome)
                """, path: path)
        content.usesScript = true
        return content
    }

    private var outcome: HTML {
        switch answer.outcome {
        case .problem(let problem, let titles): problemNote(problem, titles)
        case .results(let results): results.found.isEmpty ? nothing(results) : list(results)
        }
    }

    // MARK: Results

    private func list(_ results: SearchAnswer.Results) -> HTML {
        """
        <div class="found part-s"><h2>\(count(results))</h2><p class="meta">\(orderLinks)</p></div>
        \(narrowing(results))\(notes(results))\(markHint(results))\(results.offices.isEmpty ? officeHint : .empty)<ol class="results">
        \(results.found.map { SearchHit(found: $0, t: t).html })</ol>
        \(pager(results))\(end(results))
        """
    }

    private func count(_ results: SearchAnswer.Results) -> String {
        results.isCountExact
            ? t("共\(results.count)条", results.count == 1 ? "1 result" : "\(results.count) results")
            : t("\(Self.grouped(results.count))条以上", "More than \(Self.grouped(results.count)) results")
    }

    /// A number with a comma between thousands: 2,000.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        guard digits.count > 3 else { return digits }
        return digits.dropLast(3) + "," + digits.suffix(3)
    }

    private var orderLinks: HTML {
        let words: [(SearchOrder, String)] = [
            (.best, t("最相关在前", "Best first")), (.newest, t("最新公开在前", "Newest first")),
        ]
        let links = words.map { order, label -> HTML in
            order == question.order
                ? "<b aria-current=\"true\">\(label)</b>"
                : "<a href=\"\(address.link { $0.order = order })\">\(label)</a>"
        }
        return "<span>\(t("排序：", "Order: "))\(links.joined(separator: " "))</span>"
    }

    /// To which offices the results are narrowed as their name was typed, and the way to everything that has it as a word.
    private func narrowing(_ results: SearchAnswer.Results) -> HTML {
        guard !results.offices.isEmpty else { return .empty }
        let names = results.offices.map { office -> HTML in
            "<a href=\"\(OfficeColumn.published.path(office.code))\" lang=\"zh-CN\">\(office.fullName.text)</a>"
        }
        let literal = address.link { $0.isLiteral = true }
        return """
            <p class="hint" role="status">\(t("按输入的机关名称，只列出", "As you named an office, only results of "))\(
                names.joined(separator: HTML(text: t("、", ", "))))\(t("的内容。", " are listed. "))\
            <a href="\(literal)">\(t("把机关名称也当作要查的词，在全部内容里查", "Search everything for these very words"))</a></p>

            """
    }

    private func notes(_ results: SearchAnswer.Results) -> HTML {
        var notes: [Sentence] = []
        if results.isLoosened {
            let words = results.query.phrases.map { "“\($0.text)”" }.joined(separator: t("、", ", "))
            notes.append(
                Sentence(
                    "没有内容把“\(results.words.filter { !"\"“”＂".contains($0) }.trimmed)”连在一起，以下内容分别含有\(words)。",
                    "Nothing has these words side by side; the results contain each of \(words)."))
        }
        if !results.query.leftOut.isEmpty {
            let left = t.list(results.query.leftOut.map { "“\($0)”" })
            notes.append(Sentence("\(left)只有一个字，没有用来查找。", "\(left) is a single character and was left out."))
        }
        return notes.isEmpty
            ? .empty
            : "<p class=\"hint\" role=\"status\">\(notes.map { $0.html(t) }.joined(separator: t.isEnglish ? " " : .empty))</p>\n"
    }

    private func pager(_ results: SearchAnswer.Results) -> HTML {
        guard question.cursor != nil || results.next != nil else { return .empty }
        let first: HTML? = question.cursor.map { _ in "<a href=\"\(address.link())\">\(t("回到第一页", "First page"))</a>" }
        let next: HTML? = results.next.map { cursor in
            "<a href=\"\(address.link { $0.cursor = cursor })\" rel=\"next\">\(t("下一页", "Next page"))</a>"
        }
        return "<nav class=\"pages\" aria-label=\"\(t("翻页", "Pages"))\">\(first)\(next)</nav>\n"
    }

    private func end(_ results: SearchAnswer.Results) -> HTML {
        guard results.next == nil, !results.isCountExact else { return .empty }
        return """
            <p class="hint">\(t(
                "只列出最新公开的\(Self.grouped(results.count))条。请加一个词，或者选定机关、年份，缩小范围。",
                "Only the newest \(Self.grouped(results.count)) are listed. Add a word, or choose an office or a year to narrow the search."))</p>
            """
    }

    // MARK: Nothing

    private func nothing(_ results: SearchAnswer.Results) -> HTML {
        let all: HTML? =
            question.isNarrowed
            ? "<a href=\"\(SearchAddress(SearchQuestion(question.typed)).link())\">\(t("在全部内容里查", "Search everything"))</a>"
            : nil
        return """
            <div class="nil part-s" role="status"><b>\(t("没有找到", "Nothing found"))</b>
            <p>\(t(
                "已公开的信息和年报里没有同时含有这些词的内容。可以换一个说法，或者只留最要紧的一个词。",
                "No published information or report has all of these words. Try other words, or only the most important one."))</p>
            \(markHint(results))\(officeHint)<p class="btns">\(all)\(apply)</p></div>
            """
    }

    private func markHint(_ results: SearchAnswer.Results) -> HTML {
        results.offer.map { MarkHint(offer: $0, offices: answer.offices, t: t).html } ?? .empty
    }

    private var officeHint: HTML { OfficeHint(question: question, offices: answer.offices, t: t).html }

    /// What is not published can be asked for.
    private var apply: HTML {
        let matter = PercentEncoding.encode(String(question.typed.trimmed.prefix(100)))
        return "<a class=\"btn\" href=\"/requests/new?matter=\(matter)\">\(t("申请公开这项信息", "Apply for it"))</a>"
    }

    private func problemNote(_ problem: SearchQuery.Problem, _ titles: [SearchTitle]) -> HTML {
        guard isAsked else { return hints }
        let items = titles.map { title -> HTML in
            "<li><a class=\"ttl\" lang=\"zh-CN\" href=\"\(SearchAddress.of(title))\">\(title.title)</a> <span class=\"meta\" lang=\"zh-CN\">\(title.officeName.text)</span></li>\n"
        }
        let help: HTML =
            items.isEmpty
            ? .empty
            : "<p>\(t("标题以这个字开头的有：", "Titles that begin with it:"))</p>\n<ul class=\"results\">\n\(items)</ul>\n"
        return """
            <div class="nil part-s" role="status"><b>\(headline(problem))</b>
            <p>\(advice(problem))</p>
            \(help)</div>
            """
    }

    private func headline(_ problem: SearchQuery.Problem) -> String {
        switch problem {
        case .empty: t("请输入要查的词", "Please enter a word")
        case .noWord: t("输入的只有标点，没有可查的词", "There is no word to search for")
        case .singleCharacter(let character): t("只有一个字“\(character)”，查不了", "A single character cannot be searched")
        case .tooLong: t("输入的内容太长", "Too long")
        case .tooManyTerms: t("输入的词太多", "Too many words")
        }
    }

    private func advice(_ problem: SearchQuery.Problem) -> String {
        switch problem {
        case .empty, .noWord:
            t("标题、文号、索引号或者正文里的词都可以，至少两个字。", "Words of titles, numbers or texts; at least two characters.")
        case .singleCharacter:
            t(
                "单个汉字几乎处处都有，查出来没有用处。请至少输入两个字，也可以输入完整的名称。",
                "A single character is nearly everywhere. Please enter at least two.")
        case .tooLong(let limit): t("最多\(limit)个字。请只留关键的词。", "At most \(limit) characters. Please keep the key words.")
        case .tooManyTerms(let limit):
            t("一次最多查\(limit)个词（每两个相邻的字算一个）。请只留关键的词。", "At most \(limit) pairs of characters or words.")
        }
    }

    private var hints: HTML {
        """
        <section class="note part-s" aria-labelledby="h-how">
        <h2 id="h-how">\(t("怎样查得准", "How to search"))</h2>
        <ol class="steps">
        <li>\(t("几个词之间留空格，结果里每个词都有：医保 缴费。", "Put spaces between words: every result contains all of them."))</li>
        <li>\(t("加引号，一字不差：“政府信息公开指南”。", "Use quotation marks for an exact phrase."))</li>
        <li>\(t("文号可以整个输入：〔2024〕3号。方括号、圆括号都认得。", "You can enter a whole document number."))</li>
        </ol>
        </section>
        """
    }
}

extension SearchPhrase {
    /// The words of the phrase put together again.
    var text: String {
        guard let first = terms.first else { return "" }
        return terms.dropFirst().reduce(first) { text, term in
            let isPair = term.unicodeScalars.count == 2 && text.hasSuffix(String(term.prefix(1)))
            return text + (isPair ? String(term.dropFirst()) : term)
        }
    }
}
