import Testing

@testable import ParallaxLoading

@Suite("Declared encodings")
struct EncodingPrescanTests {
  private func label(_ html: String) -> String? {
    EncodingPrescan.declaration(in: Array(html.utf8))?.label
  }

  @Test(
    "Declarations as browsers find them",
    arguments: [
      ("<meta charset=utf-8>", "utf-8"), ("<META CharSet = \"Shift_JIS\" >", "shift_jis"),
      ("<meta charset='koi8-r'/>", "koi8-r"), ("<meta name=x charset=big5>", "big5"),
      ("<meta http-equiv=Content-Type content='text/html; charset=euc-kr'>", "euc-kr"),
      ("<meta content='text/html;charset = \"gbk\"' http-equiv=\"content-type\">", "gbk"),
      ("<meta http-equiv='Content-Type' content=\"text/html; charset='windows-1251'\">", "windows-1251"),
      ("<!-- a > b --><meta charset=utf-8>", "utf-8"),
      ("<p title='<meta charset=big5>'><meta charset=utf-8>", "utf-8"),
      ("<script src=x></script><link rel=a><meta charset=utf-8>", "utf-8"),
      ("<?xml version='1.0' encoding='windows-1250'?><html>", "windows-1250"),
      ("<?xml version='1.0' encoding='windows-1250'?><meta charset=utf-8>", "utf-8"),
    ])
  func declared(html: String, expected: String) { #expect(label(html) == expected) }

  @Test(
    "What declares nothing",
    arguments: [
      "<!-- <meta charset=big5> --><p>", "<meta content='text/html; charset=big5'>",
      "<meta http-equiv=refresh content='0; charset=big5'>", "<metacharset=big5>", "charset=big5",
      "<a href='?charset=big5'>", "<meta charset=>", "<meta charset='big5",
      "<meta name=charset content=big5>",
      "<meta http-equiv=Content-Type content='text/html; charset='>", "<!--", "<meta", "<", "",
    ])
  func undeclared(html: String) { #expect(label(html) == nil) }

  @Test("Only the first 1,024 bytes count")
  func limit() {
    let blank = String(repeating: " ", count: 1_000)
    #expect(label(blank + "<meta charset=big5>") == "big5")
    #expect(label(blank + "      <meta charset=big5>") == nil)
  }
}
