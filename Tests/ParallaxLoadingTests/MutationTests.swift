import ParallaxCore
import Testing

@testable import ParallaxLoading

/// Changes pages and texts at random and loads what comes of it: an article that is sound, or an error.
@Suite("Mutated input")
struct MutationTests {
  static let files = ["Pages/harbor.html", "Pages/column.html", "Pages/questions.html", "Texts/column.txt"]
  static let pieces =
    [
      "<div>", "</div>", "<p>", "</p>", "<table><tr><td>", "</table>", "<!--", "-->", "<script>", "</script>",
      "<", ">",
      "&", "&#0;", "&#x110000;", "\"", "'", "\0", "<blockquote>", "<q>", "<svg><p>", "<title>", "<br><br>",
      "<a href=x>",
      "<noscript>", "<button>", "<h1>", "<figure><figcaption>", "<ul><li>", "{\"@type\":", "<template>",
      "\u{FEFF}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80]]

  @Test("Articles are sound or refused", arguments: 0..<60)
  func mutations(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed) &+ 1000)
    let name = Self.files[seed % Self.files.count]
    let original = try fixture(name)
    for round in 0..<6 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &generator) { mutate(&bytes, &generator) }
      guard let article = try? Loader().load(bytes, id: "m", source: name) else { continue }
      expectSound(article, "\(name), seed \(seed), round \(round)")
      let again = try Loader().load(bytes, id: "m", source: name)
      #expect(again.text == article.text && again.paragraphs == article.paragraphs)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &generator)
    let length = Int.random(in: 1...200, using: &generator)
    let end = min(bytes.count, place + length)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: bytes.indices, using: &generator))
    case 3, 4: bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
    default: bytes.removeSubrange(place...)
    }
  }
}
