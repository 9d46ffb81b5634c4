import ParallaxCore
import ParallaxScoring
import Testing

@testable import ParallaxReporting

@Suite struct LimitTests {
  private let analysis = SampleArticle.harbour.analysis()

  private func message(_ text: String) -> String {
    do throws(LimitError) {
      _ = try Limit(text)
      return ""
    } catch {
      return "\(error.column): \(error.message)"
    }
  }

  @Test func limitsAreReadWithAndWithoutBlanks() throws {
    for text in ["loaded.author.count>2", " loaded.author.count  >  2 ", "loaded.author.count > 2e0"] {
      let limit = try Limit(text)
      #expect(limit.quantity == .measure(category: "loaded", voice: "author", name: "count"))
      #expect(limit.comparison == .over && limit.bound == 2)
    }
    #expect(try Limit("frame.economic.all.per1000.low >= 1.5").category == "frame.economic")
    #expect(try Limit("framing.all.index.high < -1").quantity == .framing(voice: "all", name: "high"))
    #expect(try Limit("new != 0").needsBaseline)
    #expect(try Limit("words.direct <= 3").quantity == .words(voice: "direct"))
  }

  @Test func errorsSayWhereAndWhat() {
    #expect(message("") == "1: expected a name, as in promotional.author.per1000.low > 5")
    #expect(message("loaded > 1").hasPrefix("7: expected a voice after the category: author,"))
    #expect(message("loaded.me.count > 1").hasPrefix("8: expected a voice"))
    #expect(message("loaded.author > 1") == "14: expected .count, .weight or .per1000 after the voice")
    #expect(message("loaded.author.rate > 1").hasPrefix("15: unknown measure “rate”"))
    #expect(message("loaded.author.count.low > 1") == "21: only per1000 has an interval")
    #expect(message("loaded.author.per1000.middle > 1").hasPrefix("23: expected low or high"))
    #expect(message("framing.direct.index > 1").hasPrefix("9: the framing index is of author or all"))
    #expect(message("loaded.author.count 1") == "21: expected >, >=, <, <=, == or !=")
    #expect(message("loaded.author.count > many") == "23: expected a number")
    #expect(message("loaded.author.count > 1 and more").hasPrefix("25: the limit ends here"))
    let error = LimitError(text: "ab c", column: 4, message: "no")
    #expect("\(error)" == "“ab c”, column 4: no\n  ab c\n     ^")
  }

  /// A limit says the same of an analysis and of its JSON, whatever it is set to.
  @Test func analysisAndJSONAgree() throws {
    let json = try JSONParser.parse(AnalysisJSON().bytes(analysis))
    var passed = 0
    for category in analysis.measures.map(\.category.name) {
      for voice in ["author", "direct", "indirect", "excerpt", "all"] {
        for name in ["count", "weight", "per1000", "per1000.low", "per1000.high"] {
          for comparison in ["> 0", "<= 2.5", "== 1"] {
            let limit = try Limit("\(category).\(voice).\(name) \(comparison)")
            #expect(limit.passed(by: analysis) == limit.passed(byJSON: json), "\(limit)")
            if limit.passed(by: analysis) != nil { passed += 1 }
          }
        }
      }
    }
    #expect(passed > 20)
    for text in [
      "framing.author.index > 1", "framing.all.index.low > 1", "words.all > 3", "words.author < 3",
    ] {
      let limit = try Limit(text)
      #expect(limit.passed(by: analysis) == limit.passed(byJSON: json), "\(limit)")
    }
  }

  @Test func whatIsNotThereIsNotOverALimit() throws {
    let limit = try Limit("unheard.author.count < 5")
    #expect(limit.passed(by: analysis) == nil)
    #expect(try Limit("new > 0").passed(by: analysis) == nil)
    #expect(try Limit("new > 0").passed(by: analysis, new: 2) == "new > 0: it is 2")
  }
}
