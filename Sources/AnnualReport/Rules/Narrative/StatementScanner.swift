/// Finds the counts of a section's text that can be held against tables three and four.
///
/// Only what is said plainly is taken: a number directly behind (or in front of) a word of the form, in a sentence
/// about requests for information or about review and litigation over them, about the report's own year and its own
/// office. Anything else is left alone: a missed statement is better than a false alarm.
struct StatementScanner {
    struct Anchor {
        let topic: Topic
        let start: Int
        let end: Int
        let token: Int
    }

    /// The prepared text.
    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<TextToken>
    let reportYear: Int?
    /// The name of the office and the title of the report, to tell its own bureaus from others.
    let agency: String
    let title: String
    let isCaseSection: Bool
    var statements: [Statement] = []

    // Of the paragraph.
    var paragraphYear: Int?
    var concernsRequests = false
    var concernsOpenness = false
    /// 0 when the sentence itself speaks of information disclosure, 1 when the one before does.
    var sentencesSinceOpenness = 9
    var sawStop = false
    var paragraphStart = 0
    // Of the sentence.
    var block: Topic.Block?
    var mentionsApplicants = false
    var sentenceHasApplication = false
    var sentenceReceived = false
    var sentenceHasResults = false
    var afterAmong = false
    var afterIncluding = false
    /// The statement of how many were received, and how deep in brackets it stands.
    var receivedStatement: (index: Int, depth: Int)?
    var depth = 0
    var sentenceIsForeign = false
    // Of the clause.
    var clauseStart = 0
    var clauseYear: Int?
    var clauseIsForeign = false
    var clauseNarrows = false
    var quoteStart = 0
    var negation: Int?
    var anchors: [Anchor] = []
    var loose: Int?

    private init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<TextToken>, section: SectionID,
        _ context: RuleContext
    ) {
        self.bytes = bytes
        self.tokens = tokens
        reportYear = context.report.reportYear
        agency = context.report.agency
        title = context.report.title
        isCaseSection = section == .reviewLitigation
    }

    /// What a section states.
    static func statements(_ section: SectionID, _ passage: ReportText.Passage, _ context: RuleContext) -> [Statement] {
        // A count is a number, or nothing at all.
        guard passage.numbers > 0 || passage.words.contains(.negation) else { return [] }
        return passage.text.bytes.withUnsafeBufferPointer { bytes in
            passage.tokens.withUnsafeBufferPointer { tokens in
                var scanner = StatementScanner(bytes, tokens, section: section, context)
                scanner.run()
                return scanner.statements
            }
        }
    }

    private mutating func run() {
        var index = 0
        beginSentence(0)
        while index < tokens.count {
            let token = tokens[index]
            switch token.kind {
            case .word: word(token, index)
            case .number: number(token, index)
            case .year: year(token, index)
            case .open:
                if let close = plainBracket(index) {
                    takeBracket(index + 1..<close)
                    index = close
                } else {
                    endClause(index)
                    depth += 1
                }
            case .titleOpen: index = closing(index, .titleClose)
            case .comma, .semicolon: endClause(index)
            case .close:
                endClause(index)
                depth -= 1
            case .stop:
                sawStop = true
                endSentence(index)
            case .lineEnd:
                endParagraph(token, index)
            case .pause: quoteStart = token.end
            case .colon, .titleClose: break
            }
            index += 1
        }
        endClause(tokens.count)
    }

    // MARK: Sentences and clauses

    /// A heading in a line of its own says what the paragraphs under it are about.
    private mutating func endParagraph(_ token: TextToken, _ index: Int) {
        let isHeading = !sawStop && token.start - paragraphStart < 120
        endSentence(index)
        paragraphYear = nil
        sawStop = false
        paragraphStart = token.end
        guard !isHeading else {
            sentencesSinceOpenness = concernsOpenness ? 0 : 9
            return
        }
        concernsRequests = false
        concernsOpenness = false
        sentencesSinceOpenness = 9
    }

    private mutating func endSentence(_ index: Int) {
        endClause(index)
        beginSentence(index)
    }

    private mutating func beginSentence(_ index: Int) {
        block = nil
        mentionsApplicants = false
        sentenceHasApplication = false
        sentenceReceived = false
        sentenceHasResults = false
        sentencesSinceOpenness += 1
        afterAmong = false
        afterIncluding = false
        receivedStatement = nil
        depth = 0
        sentenceIsForeign = false
    }

    private mutating func endClause(_ index: Int) {
        if let negation { zero(negation, index) }
        negation = nil
        if !anchors.isEmpty { anchors = [] }
        loose = nil
        clauseYear = nil
        clauseIsForeign = false
        clauseNarrows = false
        clauseStart = index < tokens.count ? tokens[index].end : bytes.count
        quoteStart = clauseStart
    }

    /// The closing bracket of a bracket without numbers; nil where it has one.
    private func plainBracket(_ open: Int) -> Int? {
        var index = open + 1
        while index < tokens.count, index - open < 40 {
            switch tokens[index].kind {
            case .close: return index
            case .number, .year: return nil
            case .lineEnd: return nil
            default: index += 1
            }
        }
        return nil
    }

    /// 予以公开（含部分公开）60件: results named in a bracket share the number.
    private mutating func takeBracket(_ range: Range<Int>) {
        guard let last = anchors.last, last.topic.isResultOfRequest else { return }
        for index in range where tokens[index].kind == .word {
            if let topic = topic(tokens[index], index), topic.isResultOfRequest, topic != last.topic {
                anchors.insert(Anchor(topic: topic, start: last.start, end: last.end, token: last.token), at: 0)
            }
        }
    }

    private func closing(_ open: Int, _ kind: TextToken.Kind) -> Int {
        var index = open + 1
        while index < tokens.count, index - open < 80 {
            if tokens[index].kind == kind { return index }
            index += 1
        }
        return open
    }

    private mutating func year(_ token: TextToken, _ index: Int) {
        let value = Int(token.value)
        if index + 1 < tokens.count, tokens[index + 1].kind == .word, tokens[index + 1].word == .carried { return }
        if index > 0, tokens[index - 1].kind == .word {
            switch tokens[index - 1].word {
            case .carried, .carriedOut: return
            case .comparison: clauseIsForeign = true
            default: break
            }
        }
        // A year at the head of a clause holds for what follows; inside a clause only for that clause.
        if token.start == clauseStart { paragraphYear = value } else { clauseYear = value }
    }

    /// True where the sentence speaks of requests for information, not for licences or aid.
    var sentenceHasRequests: Bool { sentenceReceived || sentenceHasApplication && sentencesSinceOpenness == 0 }

    /// Review and litigation over information, not those that the office decides or takes part in otherwise.
    var isAboutOpenness: Bool { isCaseSection || concernsRequests || sentencesSinceOpenness <= 1 }

    var isOwnYear: Bool {
        guard let reportYear else { return paragraphYear == nil && clauseYear == nil }
        return (paragraphYear ?? reportYear) == reportYear && (clauseYear ?? reportYear) == reportYear
    }

    // MARK: Words

    private mutating func word(_ token: TextToken, _ index: Int) {
        switch token.word {
        case .received, .accepted, .newlyReceived, .finished, .answered, .carriedIn, .carriedOut, .disclosed,
            .partlyDisclosed,
            .denied, .unable, .notProcessed, .otherHandling, .review, .litigation, .direct, .afterReview, .upheld,
            .corrected, .otherResult, .pending, .carried:
            if let topic = topic(token, index) { take(topic, token, index) }
        case .dependentDisclosure:
            concernsRequests = true
            concernsOpenness = true
            sentencesSinceOpenness = 0
            sentenceHasApplication = true
        case .application: sentenceHasApplication = true
        case .openness:
            concernsOpenness = true
            sentencesSinceOpenness = 0
        case .naturalPerson:
            mentionsApplicants = true
            if sentenceReceived, !sentenceHasResults { take(.applicant(.naturalPerson), token, index) }
        case .organization: mentionsApplicants = true
        case .everyOrganization:
            mentionsApplicants = true
            if sentenceReceived, !sentenceHasResults { take(.applicant(.organization), token, index) }
        case .negation: if negation == nil { negation = index }
        case .among: afterAmong = true
        case .including: afterIncluding = true
        case .thisYear: paragraphYear = reportYear
        case .earlierYear, .partOfYear: clauseIsForeign = true
        case .comparison:
            clauseIsForeign = true
            anchors = []
        case .localOnly, .comparedWith: sentenceIsForeign = true
        case .blocker:
            anchors = []
            clauseNarrows = true
        default: break
        }
    }

    private mutating func topic(_ token: TextToken, _ index: Int) -> Topic? {
        switch token.word {
        case .received, .accepted: return .applications(.received)
        case .newlyReceived: return .applications(.newlyReceived)
        case .finished: return .applications(.finished)
        case .answered: return .applications(.answered)
        case .carriedIn: return .applications(.carriedIn)
        case .carriedOut: return .applications(.carriedOut)
        case .carried: return carriedTopic(token, index)
        case .disclosed: return .applications(.disclosed)
        case .partlyDisclosed: return .applications(.partlyDisclosed)
        case .denied: return .applications(.denied)
        case .unable: return .applications(.unable)
        case .notProcessed: return .applications(.notProcessed)
        case .otherHandling: return .applications(.otherHandling)
        case .review: return enter(.review)
        case .litigation: return enter(.litigation)
        case .direct: return enter(.direct)
        case .afterReview: return enter(.afterReview)
        case .upheld: return block.map { .cases($0, .upheld) }
        case .corrected: return block.map { .cases($0, .corrected) }
        case .otherResult: return block.map { .cases($0, .other) }
        case .pending: return block.map { .cases($0, .pending) }
        default: return nil
        }
    }

    private mutating func enter(_ entered: Topic.Block) -> Topic {
        block = entered
        return .cases(entered, .total)
    }

    /// 2022年结转 and 结转至2024年: the year says which way.
    private func carriedTopic(_ token: TextToken, _ index: Int) -> Topic? {
        guard let reportYear else { return nil }
        if index > 0, tokens[index - 1].kind == .year, token.start - tokens[index - 1].end <= 3 {
            return tokens[index - 1].value == reportYear - 1 ? .applications(.carriedIn) : nil
        }
        if index + 1 < tokens.count, tokens[index + 1].kind == .year, tokens[index + 1].start - token.end <= 6 {
            return tokens[index + 1].value == reportYear + 1 ? .applications(.carriedOut) : nil
        }
        return nil
    }

    private mutating func take(_ topic: Topic, _ token: TextToken, _ index: Int) {
        // 另2件结转下年度: the number stands in front and none directly behind.
        if let number = loose, !topic.needsNumberBehind, isFiller(tokens[number].end..<token.start),
            !hasNumberBehind(index)
        {
            loose = nil
            let anchor = Anchor(topic: topic, start: tokens[number].start, end: token.end, token: index)
            emit([anchor], tokens[number], start: tokens[number].start, end: token.end)
            return
        }
        let anchor = Anchor(topic: topic, start: token.start, end: token.end, token: index)
        // 作出不予公开答复4件: the answer is how the result was given.
        if let last = anchors.last, last.topic.isResultOfRequest, topic.needsNumberBehind,
            isFiller(last.end..<token.start)
        {
            return
        }
        if topic.isResultOfRequest { sentenceHasResults = true }
        if let last = anchors.last, isJoiner(last.end..<token.start) {
            anchors.append(anchor)
        } else {
            anchors = [anchor]
        }
    }

    private func hasNumberBehind(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].kind == .number else { return false }
        return isFiller(tokens[index].end..<tokens[index + 1].start)
    }
}
