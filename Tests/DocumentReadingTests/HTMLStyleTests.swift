import DocumentReading
import TestSupport
import Testing

@Suite("What a page strikes out, raises and hides")
struct HTMLStyleTests {
    @Test(
        "raised and lowered figures never join a number, words do",
        arguments: [
            ("21<sup>1</sup>", "21 1"), ("21<sub>1</sub>", "21 1"), ("<sup>注1</sup>21", "注1 21"),
            ("21<span style='font-size:8px; Vertical-Align: super'>1</span>", "21 1"),
            ("21<span style='position:relative;top:-5.0pt;mso-text-raise:5.0pt'>1</span>", "21 1"),
            ("21<span style='vertical-align:-3px'>①</span>", "21 ①"), ("条例<sup>注</sup>", "条例注"),
            ("<sup>2</sup><sup>1</sup>", "21"), ("2<span style='vertical-align:baseline'>1</span>", "21"),
            ("21<sup> </sup>", "21"),
        ])
    func levels(_ cell: String, _ shown: String) throws {
        #expect(try read("<table><tr><td>规章</td><td>\(cell)</td></tr></table>").outline.last == "0,1 \(shown)")
    }

    @Test("the alignment of a cell raises nothing")
    func cellAlignment() throws {
        let page = "<table><tr><td style='vertical-align:sub'>21</td><td style='vertical-align:5px'>3</td></tr></table>"
        #expect(try read(page).outline == ["table 1x2", "0,0 21", "0,1 3"])
    }

    @Test(
        "struck text is left out and noted; its cell stays",
        arguments: [
            "<del>9</del>21", "<s>9</s>21", "<strike>9</strike>21",
            "21<span style='text-decoration:line-through'>9</span>",
            "21<span style='color:red;TEXT-DECORATION: underline LINE-THROUGH'>9<b>9</b></span>",
            "<p style='text-decoration-line:line-through'>9</p><p>21</p>",
        ])
    func struck(_ cell: String) throws {
        let document = try read("<table><tr><td>规章</td><td>\(cell)</td><td><s>7</s></td><td>5</td></tr></table>")
        #expect(document.outline == ["table 1x4", "0,0 规章", "0,1 21", "0,2 ", "0,3 5"])
        #expect(document.noteCodes == ["struck_text"])
    }

    @Test("underlines and empty strikes are not noted")
    func underlined() throws {
        let document = try read("<p><u>甲</u><s> </s><span style='text-decoration:underline'>乙</span></p>")
        #expect(document.outline == ["甲乙"])
        #expect(document.notes.isEmpty)
    }

    @Test("the marks by which Word sets parts apart are no text, what stands between them is")
    func conditionalMarks() throws {
        let page = """
            <p><![if !supportLists]><span>一、<span>&nbsp; </span></span><![endif]>总体情况</p>
            <p><![IF !supportEmptyParas]>&nbsp;<![ENDIF]></p><!--[if gte mso 9]><p>藏</p><![endif]-->
            <!--[if !mso]><!--><p>显</p><!--<![endif]--><p>乙</p>
            """
        #expect(try read(page).outline == ["一、  总体情况", " ", "显", "乙"])
    }

    @Test("cells and rows that a rule of the page hides are left out")
    func hiddenByClass() throws {
        let page = """
            <style>/* .a{display:none} */ .pc, td.hid { color:red; DISPLAY:none !important } @import url(x);
            @media print { .a { display:none } .pc{display:block} } #old{display:none}</style>
            <table><tr><td>规章</td><td class="x hid">9</td><td class="a">3</td></tr></table>
            <p class="hid">条例</p><p id="old">旧</p><p class="pc">甲</p>
            """
        let document = try read(page)
        #expect(document.outline == ["table 1x2", "0,0 规章", "0,1 3", "条例"])
        #expect(document.noteCodes == ["hidden_text"])
    }

    @Test(
        "a class that some rule shows is not hidden, nor one under other conditions",
        arguments: [
            ".t{display:none} .t.on{display:block}", ".t{display:none} .box .t{display:table}", ".box .t{display:none}",
            "@media (max-width:600px){.t{display:none}}", ".t:hover{display:none}", ".t{display:none;display:block}",
            ".t > b{display:none}", ".t{visibility:visible}", ".t{display:none", "}}{{<!--", "{display:none}",
            "@media{",
        ])
    func shownByClass(_ rules: String) throws {
        let page = "<style>\(rules)</style><div class=t><table><tr><td>规章</td><td>3</td></tr></table></div>"
        #expect(try read(page).outline == ["table 1x2", "0,0 规章", "0,1 3"])
    }

    @Test("a sheet for paper hides nothing on the screen")
    func paper() throws {
        let rule = "<style media='print'>.t{display:none}</style>"
        #expect(
            try read(
                "\(rule)<table class=t><tr><td>a</td><td>b</td></tr></table><table><tr><td>c</td><td>d</td></tr></table>"
            ).outline.count == 6)
    }

    @Test(
        "an article kept as text for a script is read where the page shows no table",
        arguments: [
            "<textarea style='display:none'>&lt;p&gt;甲&amp;lt;&lt;/p&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;规章&lt;/td&gt;&lt;td&gt;3&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</textarea>",
            "<script type='text/template'><p>甲&lt;</p><table><tr><td>规章</td><td>3</td></tr></table></script>",
            "<textarea>短</textarea><div hidden><TEXTAREA><p>甲&lt;</p><table><tr><td>规章</td><td>3</td></tr></table></TEXTAREA></div>",
        ])
    func heldArticle(_ holder: String) throws {
        let document = try read("<h1>年报</h1>\(holder)<script>var a = '&lt;table'</script>")
        #expect(document.outline.suffix(4) == ["甲<", "table 1x2", "0,0 规章", "0,1 3"])
        #expect(document.noteCodes.contains("held_article"))
    }

    @Test("a page with a table of its own leaves text areas alone")
    func ownTable() throws {
        let page =
            "<table><tr><td>a</td><td>b</td></tr></table><textarea><table><tr><td>c</td><td>d</td></tr></table></textarea>"
        #expect(try read(page).outline == ["table 1x2", "0,0 a", "0,1 b"])
    }

    @Test("spaces of every width at the ends of a cell go, and what shows nothing goes everywhere")
    func spaces() throws {
        let page = """
            <table><tr><td>&#8203;规&#8203;章&#8288;&#xFEFF;</td><td>&#8203;&ensp;5&#173;9&emsp;&#160;&thinsp;&#8239;&#8287;</td>
            <td>1&ensp;2</td></tr></table>
            """
        #expect(try read(page).outline == ["table 1x3", "0,0 规章", "0,1 59", "0,2 1\u{2002}2"])
    }
}
