import ParallaxCore
import Testing

@testable import ParallaxReporting

@Suite struct HTMLWriterTests {
  private func written(_ body: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    body(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("</p><script>alert(1)</script>", "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"quoted\" and 'single'", "\"quoted\" and 'single'"),
    ("line\nbreak\tand tab", "line\nbreak\tand tab"),
    (
      "nul\u{0} bell\u{7} escape\u{1B} delete\u{7F}", "nul\u{FFFD} bell\u{FFFD} escape\u{FFFD} delete\u{FFFD}"
    ),
    ("c1 \u{80}\u{9F} but not \u{A0}é", "c1 \u{FFFD}\u{FFFD} but not \u{A0}é"),
    ("\u{202E}evil\u{202C} \u{2066}isolate\u{2069}", "evil isolate"),
    ("kept: \u{200E}\u{200F}\u{2028}\u{2014}", "kept: \u{200E}\u{200F}\u{2028}\u{2014}"),
    ("👩‍🔬 e\u{301} 字", "👩‍🔬 e\u{301} 字"),
    ("", ""),
  ])
  func escapesText(_ text: String, _ expected: String) {
    #expect(written { $0.text(text) } == expected)
  }

  @Test func escapesQuotesInAttributes() {
    let html = written { $0.element("a", .title("\" onclick=\"alert(1)")) }
    #expect(html == "<a title=\"&quot; onclick=&quot;alert(1)\"></a>")
  }

  @Test func leavesOutMissingAttributes() {
    #expect(
      written { $0.element("p", nil, .flag("hidden"), .id("x"), text: "y") } == "<p hidden id=\"x\">y</p>")
  }

  @Test func mendsBrokenUTF8() {
    #expect(written { $0.text(utf8: [0x61, 0xC3, 0x3C, 0xFF, 0x62]) } == "a\u{FFFD}&lt;\u{FFFD}b")
  }

  @Test func jsonCannotEndItsElement() {
    let html = written { $0.json(Array("{\"t\":\"</script><!-- & -->\"}".utf8)) }
    #expect(html == "{\"t\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 --\\u003e\"}")
  }

  @Test func jsonKeepsDirectionalCharactersAsEscapes() throws {
    let text = "\u{202A}\u{202E}a\u{2066}\u{2069}\u{2028}"
    var json = JSONWriter()
    json.value(text)
    let html = written { $0.json(json.bytes) }
    #expect(html == "\"\\u202a\\u202ea\\u2066\\u2069\u{2028}\"")
    #expect(try JSONParser.parse(html.utf8).string == text)
  }
}

@Suite struct SafeLinkTests {
  @Test(arguments: [
    "https://ledger.example/a?b=c&d#e", "http://ledger.example", "HTTPS://ledger.example/",
    "mailto:desk@ledger.example",
  ])
  func allows(_ address: String) { #expect(SafeLink(absolute: address)?.address == address) }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "blob:https://x",
    "//ledger.example/x", "/local", "article.html", "https:", "https:evil", "http://", "mailto:", "",
    "https://a.example/\u{0}", "https://a.example/a b", "https://a.example/\"onclick=", ":https://x",
  ])
  func refuses(_ address: String) { #expect(SafeLink(absolute: address) == nil) }

  @Test func refusesEndlessAddresses() {
    #expect(SafeLink(absolute: "https://a.example/" + String(repeating: "x", count: 5_000)) == nil)
  }

  @Test(arguments: ["reports/a.html", "a-1_2.html"])
  func allowsFilesBeside(_ path: String) { #expect(SafeLink(relative: path)?.address == path) }

  @Test(arguments: [
    "/etc/passwd", "../secret.html", "a/../../b", "javascript:alert(1)", "c:\\x", "//host/x", "",
  ])
  func refusesOtherPaths(_ path: String) { #expect(SafeLink(relative: path) == nil) }
}

@Suite struct ContentSecurityTests {
  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func base64(_ text: String, _ expected: String) {
    #expect(ContentSecurity.base64(Array(text.utf8)) == expected)
  }

  @Test func hashOfTheStandardsExample() {
    #expect(
      ContentSecurity.source(Array("alert('Hello, world.');".utf8))
        == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=")
  }
}
