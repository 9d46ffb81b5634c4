import Foundation
import ParallaxCore
import ParallaxKit
import Testing

@testable import ParallaxComparison

@Suite("Words that differ")
struct DistinctiveWordingTests {
  private let background = BackgroundWords(table: Array("harbor\t4000\nsaid\t900000\nthe\t5000000\n".utf8))

  /// Sentences of one author, so that no word is quoted or reported.
  private func text(_ words: String, times: Int) -> String {
    "Headline of it\n\n" + String(repeating: "The \(words) stood by the harbor today. ", count: times)
  }

  private func wording(_ articles: [(outlet: String, text: String)]) throws -> DistinctiveWording {
    DistinctiveWording(try CoverageSample.comparison(articles), background: background)
  }

  @Test("δ, z and G² are those of the formulas, worked out by hand")
  func formula() throws {
    let found = try wording([("A", text("rusty crane", times: 6)), ("B", text("old crane", times: 6))])
    let item = try #require(found.outlets[0].list(.word).first { $0.text == "rusty" })
    #expect(item.hits == 6 && item.otherHits == 0 && item.articles == 1)
    // Both have 3 words of headline and 6 × 8 of text; "rusty" is not in the table, so α is ½.
    let n = 51.0
    #expect(found.outlets.map(\.words) == [51, 51])
    let delta = log(6.5 / (n + 500 - 6.5)) - log(0.5 / (n + 500 - 0.5))
    #expect(abs(item.logOdds - delta) < 1e-9)
    #expect(abs(item.z - delta / (1 / 6.5 + 1 / 0.5).squareRoot()) < 1e-9)
    #expect(abs(item.g2 - 2 * 6 * log(2)) < 1e-9)
    #expect(abs(item.per1000 - 6_000 / n) < 1e-9 && item.dispersion == nil)
    #expect(found.outlets[1].list(.word).first?.text == "old")
    #expect(!found.outlets[0].list(.word).contains { ["crane", "the", "harbor"].contains($0.text) })
  }

  @Test("phrases stand whole, without function words at their ends")
  func phrases() throws {
    let found = try wording([("A", text("very rusty crane", times: 3)), ("B", text("old boat", times: 3))])
    let phrases = found.outlets[0].list(.phrase).map(\.text)
    #expect(phrases.contains("rusty crane stood"), "\(phrases)")
    #expect(!phrases.contains("rusty crane") && !phrases.contains { $0.hasPrefix("very") })
  }

  @Test("an outlet with several articles needs five hits in two of them")
  func severalArticles() throws {
    let found = try wording([
      ("A", text("rusty crane", times: 6)), ("A", text("old crane", times: 6)),
      ("B", text("long boat", times: 3)), ("B", text("long boat", times: 3)),
    ])
    let own = found.outlets[0].list(.word)
    #expect(!own.contains { $0.text == "rusty" }, "all of one article")
    let crane = try #require(own.first { $0.text == "crane" })
    #expect(crane.hits == 12 && crane.articles == 2)
    #expect((crane.dispersion ?? 1) < 0.01, "even over two texts of one length")
  }

  @Test("quoted and reported words are not the outlet's")
  func voices() throws {
    let quoted =
      "Headline of it\n\n“The rusty crane, the rusty crane, the rusty crane,” Ada Lindqvist said.\n"
    let found = try wording([("A", quoted), ("B", text("boat", times: 2))])
    #expect(!found.outlets[0].list(.word).contains { $0.text == "rusty" })
  }

  @Test("places slice back to the word, and swapping outlets swaps the lists")
  func properties() throws {
    let articles = [("A", text("rusty crane", times: 4)), ("B", text("old boat", times: 5))]
    let comparison = try CoverageSample.comparison(articles)
    let found = DistinctiveWording(comparison, background: background)
    let swapped = try wording(articles.reversed())
    for unit in [DistinctiveWording.Unit.word, .phrase] {
      for outlet in 0...1 {
        for item in found.outlets[outlet].list(unit) {
          for place in item.places {
            #expect(comparison.analyses[place.article].article.string(place.span).lowercased() == item.text)
          }
        }
        #expect(
          found.outlets[outlet].list(unit).map(\.text) == swapped.outlets[1 - outlet].list(unit).map(\.text))
      }
    }
  }

  @Test("one outlet alone has nothing to differ from")
  func alone() throws {
    #expect(try wording([("A", text("crane", times: 2))]).outlets.isEmpty)
  }
}

@Suite("Background words")
struct BackgroundWordsTests {
  @Test("every form is found, and only forms")
  func lookup() {
    let table = BackgroundWords(table: Array("a\t5\nand\t70\nboat\t900\n".utf8))
    #expect(table.share(of: "a") == BackgroundWords.rarest)
    #expect(table.share(of: "and") == 70 / 1e8 && table.share(of: "boat") == 900 / 1e8)
    for word in ["", "an", "ands", "zebra", "0", "boat\t9"] {
      #expect(table.share(of: word) == BackgroundWords.rarest)
    }
    #expect(BackgroundWords(table: []).share(of: "a") == BackgroundWords.rarest)
    #expect(BackgroundWords(table: Array("no tab".utf8)).share(of: "no") == BackgroundWords.rarest)
  }

  @Test("the table in the binary is sorted, and its shares add up to most of all words")
  func builtIn() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Background/words-en.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let forms = lines.map { $0.prefix { $0 != "\t" } }
    #expect(forms.count == 30_000)
    #expect(zip(forms, forms.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    var sum = 0.0
    for index in stride(from: 0, to: forms.count, by: 100) {
      let share = BackgroundWords.english.share(of: forms[index])
      #expect(lines[index].hasSuffix("\t\(Int((share * 1e8).rounded()))"))
    }
    for form in forms { sum += BackgroundWords.english.share(of: form) }
    #expect((0.85...1).contains(sum))
    #expect(BackgroundWords.english.share(of: "the") > 0.03)
  }
}
