import ParallaxCore
import Testing

@testable import ParallaxLoading

@Suite("Bad input")
struct LoadingErrorTests {
  private func error(_ bytes: [UInt8], options: LoadingOptions = .init()) -> LoadingError? {
    do throws(LoadingError) {
      _ = try Loader(options: options).load(bytes, id: "x", source: "x.html")
      return nil
    } catch {
      return error
    }
  }

  @Test("Empty input and white space")
  func empty() {
    #expect(error([]) == .empty(source: "x.html"))
    #expect(error(Array(" \n\t\r\n".utf8)) == .empty(source: "x.html"))
    #expect(
      error([])?.description == "x.html: the input is empty; expected the text or the HTML of an article")
  }

  @Test("Binary files, by name where it is known")
  func binary() {
    #expect(error(Array("%PDF-1.7 and so on".utf8)) == .binary(source: "x.html", kind: "a PDF file"))
    var generator = SplitMix(seed: 7)
    let noise = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(error(noise)?.code == "binary")
    #expect(error(noise)?.description == "x.html: this is binary data, not text; expected plain text or HTML")
  }

  @Test("More bytes than the limit")
  func tooLarge() {
    let options = LoadingOptions(limits: .init(bytes: 1000))
    let failure = error([UInt8](repeating: 0x61, count: 1001), options: options)
    #expect(failure == .tooLarge(source: "x.html", bytes: 1001, limit: 1000))
    #expect(
      failure?.description
        == "x.html: 1001 bytes are more than the limit of 1000; split the input or raise the limit")
    #expect(error([UInt8](repeating: 0x61, count: 1000), options: options) == nil)
  }

  @Test("Nested deeper than the limit, and as deep as it")
  func tooDeep() throws {
    func nested(_ depth: Int) -> [UInt8] {
      let open = String(repeating: "<div>", count: depth)
      return Array("\(open)<p>A sentence in the depth, with a comma.</p>".utf8)
    }
    #expect(error(nested(100_000)) == .tooDeep(source: "x.html", limit: 1000))
    #expect(error(nested(900)) == nil)
  }

  @Test("More time than the limit, which says nothing else of the article")
  func timedOut() throws {
    let page = Array("<p>A sentence on the page, with a comma.</p>".utf8)
    let text = Array("A sentence of a text, with a comma.".utf8)
    for input in [page, text] {
      let failure = error(input, options: LoadingOptions(limits: .init(seconds: 0)))
      #expect(failure == .timedOut(source: "x.html", seconds: 0))
      #expect(failure?.code == "time-limit")
      #expect(error(input, options: LoadingOptions(limits: .init(seconds: .infinity))) == nil)
    }
    #expect(
      LoadingError.timedOut(source: "x.html", seconds: 2.5).description
        == "x.html: loading took longer than the limit of 2.5 s; raise the limit if the input is sound")
    let long = Array(String(repeating: "<p>word</p>", count: 5_000).utf8)
    #expect(throws: PageTree.Failure.tooSlow) {
      try PageTree.parse(long, limits: .init(), deadline: Deadline(seconds: 0)).nodes.count
    }
  }

  @Test("More elements than the limit")
  func tooManyNodes() {
    let options = LoadingOptions(limits: .init(nodes: 100))
    let page = Array(String(repeating: "<p>word</p>", count: 200).utf8)
    #expect(error(page, options: options) == .tooManyNodes(source: "x.html", limit: 100))
  }

  @Test("A page without text")
  func noText() {
    let page = Array("<html><script>let a = 1</script><body><div></div></body></html>".utf8)
    #expect(error(page) == .noText(source: "x.html"))
  }

  @Test(
    "Hostile markup takes time in step with its length", .timeLimit(.minutes(1)),
    arguments: [
      "<div " + String(repeating: "a=b ", count: 200_000) + "><p>Text, and more of it.</p>",
      "<div " + String(repeating: "class=b ", count: 100_000) + "><p>Text, and more of it.</p>",
      String(repeating: "<p>x<!--", count: 100_000), String(repeating: "<svg>", count: 100_000),
      String(repeating: "<a href=\"", count: 100_000), "<p>" + String(repeating: "<", count: 300_000),
      String(repeating: "<script>", count: 100_000),
      String(repeating: "<table><tr><td>", count: 300) + "Text.",
      "<p>" + String(repeating: "<i>", count: 900) + String(repeating: "<li></li></li></b>", count: 30_000)
        + "Text.",
      String(repeating: "<blockquote>word, word, word and word</blockquote><p>word, word</p>", count: 5_000),
      "<script type='application/ld+json'>" + String(repeating: "[", count: 100_000) + "</script><p>Text.",
      "<p>" + String(repeating: "&", count: 200_000) + String(repeating: "&amp", count: 50_000),
      "<title>" + String(repeating: " | x", count: 3_000) + "</title><h1>x</h1><p>Text.</p>",
    ])
  func hostile(markup: String) {
    if let article = try? Loader().load(html: markup, id: "x", source: "x.html") { expectSound(article) }
  }

  @Test("One long line is one paragraph", .timeLimit(.minutes(1)))
  func longLine() throws {
    let text = String(repeating: "word, and more. ", count: 60_000)
    let article = try Loader().load(text: text, id: "x", source: "x.txt")
    #expect(article.paragraphs.count == 1)
    expectSound(article)
    let html = try Loader().load(html: "<p>\(text)</p>", id: "x", source: "x.html")
    #expect(html.paragraphs.count == 1)
  }
}
