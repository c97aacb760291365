import ReportDiff
import ReportModel
import Testing

@testable import ReportRender

@Suite("Differences as a page")
struct DiffHTMLTests {
  private let page = DiffHTML().text(of: DiffSamples.comparison)

  @Test(
    "SHA-256 gives the values of the standard",
    arguments: [
      ("", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"),
      ("abc", "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "'sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE='"
      ),
    ])
  func hash(text: String, expected: String) {
    #expect(ContentHash.policySource(of: text) == expected)
  }

  @Test("The page allows its one style and one script, and nothing else")
  func policy() throws {
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.components(separatedBy: "<style").count == 2)
    #expect(page.contains("<script>" + DiffPageScript.text + "</script>"))
    #expect(page.contains(ContentHash.policySource(of: DiffPageScript.text)))
    for forbidden in [" style=", " onclick", " onload", " src=", "http:", "https:"] {
      #expect(!page.contains(forbidden))
    }
  }

  @Test("What the tables hold is text")
  func escaped() {
    #expect(page.contains("&lt;b&gt;&quot;新&quot;&amp;&#39;&lt;/b&gt;"))
    #expect(!page.contains("<b>"))
  }

  @Test(
    "Every element that is opened is closed",
    arguments: ["table", "tr", "td", "section", "div", "figure", "del", "ins", "svg", "form"])
  func balanced(element: String) {
    let opened =
      page.components(separatedBy: "<\(element)>").count
      + page.components(separatedBy: "<\(element) ").count - 2
    #expect(opened == page.components(separatedBy: "</\(element)>").count - 1)
  }

  @Test("Old and new stand side by side with merged cells and marks")
  func tables() {
    #expect(page.contains("<td rowspan=\"2\">更新设备</td>") || page.contains("rowspan=\"2\""))
    #expect(page.contains("class=\"n m-changed\">2034</td>"))
    #expect(page.contains("class=\"n m-changed\">2040</td>"))
    #expect(page.contains("m-deleted"))
    #expect(page.contains("m-added"))
  }

  @Test("Words are marked in long texts")
  func words() {
    #expect(page.contains("改造农村公路危<ins>旧</ins>桥<ins>梁</ins>4座"))
    let words = DiffWords("完成12所学校", "完成13所学校")
    #expect(words.old.map(\.text) == ["完成", "12", "所学校"])
    #expect(words.new.map(\.isOther) == [false, true, false])
  }
}
