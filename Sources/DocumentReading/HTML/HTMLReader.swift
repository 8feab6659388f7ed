/// A web page, or a document saved as one, to lines and tables.
enum HTMLReader {
    /// Reads a page that is already UTF-8.
    ///
    /// What a rule of the page's own style sheets hides is left out, unless no table is left then: a script may show
    /// it. Where no table is seen at all and a text area or a template holds an article with tables, that is read
    /// behind the rest, as the script of the page would put it in.
    static func read(name: String, text: DecodedText, limits: ReadingLimits) throws(DocumentError) -> Document {
        let text = ConditionalComments.removed(from: text)
        var page = try parse(name, text, limits, obeysStyles: true)
        if page.hidByStyle, !page.holdsTable { page = try parse(name, text, limits, obeysStyles: false) }
        if !page.holdsTable, let article = HeldArticle.find(in: text.bytes[text.range]) {
            page.noteHeldArticle()
            page = try HTMLStream.parse(DecodedText(bytes: article), page, limits: limits)
        }
        return try page.finish()
    }

    private static func parse(
        _ name: String, _ text: DecodedText, _ limits: ReadingLimits, obeysStyles: Bool
    ) throws(DocumentError) -> HTMLConsumer {
        let document = Document(name: name, format: .html, notes: text.notes)
        let builder = BlockBuilder(document: document, limits: limits)
        return try HTMLStream.parse(text, HTMLConsumer(builder: builder, obeysStyles: obeysStyles), limits: limits)
    }
}

extension DocumentNote {
    /// Something hidden was left out.
    static var hiddenText: DocumentNote {
        DocumentNote(code: "hidden_text", message: "文件中有隐藏的内容，未读取。")
    }

    /// Pictures were met; what stands in them is not read.
    static func images(_ count: Int) -> DocumentNote {
        DocumentNote(code: "images", message: "文件中有\(count)幅图片，图片中的文字和表格未读取。")
    }

    /// The article was not on the page itself but in a text area or a template.
    static var heldArticle: DocumentNote {
        DocumentNote(code: "held_article", message: "网页的正文存放在文本框或脚本模板中，由浏览器运行脚本后才显示，已按其中的内容读取。")
    }
}
