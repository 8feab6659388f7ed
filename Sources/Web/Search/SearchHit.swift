internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import Search
internal import Service

/// One result: its title, the place where the words stand, and what it is.
struct SearchHit {
    let found: SearchAnswer.Found
    let t: Wording

    var html: HTML {
        """
        <li>
        <h3><a class="ttl" lang="zh-CN" href="\(SearchAddress.of(found.head))">\(Self.marked(found.title))</a>\(validity)</h3>
        \(excerpt)<p class="meta"><span lang="zh-CN">\(found.head.officeName.text)</span>\(kind)\(numbers)<span>\(found.head.dayNote(t))</span></p>
        </li>

        """
    }

    /// A text with its marks; line feeds become blanks.
    static func marked(_ text: MarkedText) -> HTML {
        let pieces = text.pieces.map { piece -> HTML in
            let plain = String(piece.text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
            return piece.isHit ? "<mark>\(plain)</mark>" : "\(plain)"
        }
        return "\("…", if: text.isCutBefore)\(pieces)\("…", if: text.isCutAfter)"
    }

    private var excerpt: HTML {
        guard let excerpt = found.excerpt, !excerpt.plain.isEmpty else { return .empty }
        let place: HTML = found.isOfFile ? "<span class=\"tag\">\(t("附件", "Attachment"))</span> " : .empty
        return "<p class=\"cite\">\(place)<span lang=\"zh-CN\">\(Self.marked(excerpt))</span></p>\n"
    }

    private var kind: HTML {
        switch found.head.subject {
        case .item: found.head.category.map { "<span>\(CategoryWords(t: t).name($0))</span>" } ?? .empty
        case .report: "<span>\(t("年报", "Annual report"))</span>"
        }
    }

    private var numbers: HTML {
        let number: HTML = found.head.documentNumber.map { "<span lang=\"zh-CN\">\($0)</span>" } ?? .empty
        let index: HTML = found.head.indexNumber.map { "<span>\(t("索引号", "Index")) \($0)</span>" } ?? .empty
        return number + index
    }

    /// What does not hold any longer says so beside its title.
    private var validity: HTML {
        guard let validity = found.head.validity, validity != .inForce else { return .empty }
        return " <span class=\"tag off\">\(CategoryWords(t: t).word(validity))</span>"
    }
}

extension SearchTitle {
    /// The day beside a title: that of publication; of a report, which does not say when it was published, that on which it
    /// was taken in, and then it says so.
    func dayNote(_ t: Wording) -> HTML {
        var taken = ""
        if case .report = subject { taken = t("收录于 ", "Taken in ") }
        return "\(taken)<time datetime=\"\(day.description)\">\(day.description)</time>"
    }
}
