internal import CivilTime
internal import Markup

/// The parts of a Word document beside its text and styles. Source: ECMA-376 part 1, transitional.
enum WordParts {
    static let contentTypes: HTML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
        <Override PartName="/word/styles.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
        <Override PartName="/word/settings.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
        <Override PartName="/word/fontTable.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>\
        <Override PartName="/word/footer1.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
        <Override PartName="/word/footer2.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
        <Override PartName="/docProps/core.xml" \
        ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
        <Override PartName="/docProps/app.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>\
        </Types>
        """

    static let packageRelations: HTML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Target="word/document.xml" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>\
        <Relationship Id="rId2" Target="docProps/core.xml" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>\
        <Relationship Id="rId3" Target="docProps/app.xml" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"/>\
        </Relationships>
        """

    static let documentRelations: HTML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Target="styles.xml" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>\
        <Relationship Id="rId2" Target="settings.xml" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"/>\
        <Relationship Id="rId3" Target="fontTable.xml" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"/>\
        <Relationship Id="rId4" Target="footer1.xml" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"/>\
        <Relationship Id="rId5" Target="footer2.xml" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"/>\
        </Relationships>
        """

    static func properties(title: String, created: Day) -> HTML {
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(WordText.clean(title))</dc:title>\
        <dc:language>zh-CN</dc:language>\
        <dcterms:created xsi:type="dcterms:W3CDTF">\(created.description)T00:00:00Z</dcterms:created>\
        </cp:coreProperties>
        """
    }

    static let program: HTML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
        <Application>Gongkai</Application></Properties>
        """

    /// Even and odd pages have their numbers on the outer side; text is checked as Chinese.
    static let settings: HTML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:defaultTabStop w:val="640"/>\
        <w:characterSpacingControl w:val="compressPunctuation"/>\
        <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
        </w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>
        """

    /// What stands in for a typeface that a machine does not have.
    static let fonts: HTML = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        \(Typeface.allCases.map { face -> HTML in
            """
            <w:font w:name="\(face.name)"><w:altName w:val="\(face.substitutes)"/><w:charset w:val="86"/>\
            <w:family w:val="auto"/><w:pitch w:val="default"/></w:font>
            """
        })</w:fonts>
        """

    /// The page number between two dashes, in 四号, one character from the outer edge. Source: GB/T 9704-2012, 7.5.
    static func footer(isEven: Bool) -> HTML {
        let place: HTML =
            isEven
            ? "<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>"
            : "<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>"
        return """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:p><w:pPr><w:pStyle w:val="Footer"/>\(place)</w:pPr>\
            <w:r><w:t xml:space="preserve">— </w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r>\
            <w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
            """
    }
}
