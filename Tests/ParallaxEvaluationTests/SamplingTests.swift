import Testing

@testable import ParallaxEvaluation

@Suite struct SamplingTests {
  /// Forty findings of one entry and two of another, after an emoji, so that code points and others differ.
  private static func sample() throws -> FindingSample {
    var lines = ""
    for number in 0..<21 {
      let category = number == 0 ? "loaded" : "hedge"
      let entry = number == 0 ? "regime" : "perhaps"
      lines +=
        #"{"id": "d\#(number)", "document": {"text": "🌊 Perhaps,\nit rains perhaps"}, "findings": ["#
        + #"{"lexicon": "l", "entry": "\#(entry)", "category": "\#(category)", "start": 2, "end": 9, "weight": 0.3},"#
        + #"{"lexicon": "l", "entry": "\#(entry)", "category": "\#(category)", "start": 20, "end": 27, "weight": 0.3},"#
        + #"{"lexicon": "l", "entry": "no", "category": "hedge", "start": 0, "end": 1, "counted": false}]}"#
        + "\n"
    }
    var sample = FindingSample()
    try sample.add(Array(lines.utf8), path: "x")
    return sample
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func rareEntriesAreDrawnAsOftenAsCommonOnes() throws {
    let sample = try Self.sample()
    #expect(sample.pool.count == 42)
    let drawn = sample.draw(.init(size: 6))
    #expect(drawn.count == 6)
    #expect(drawn.count { $0.item.entry == "regime" } == 2)
    #expect(Set(drawn.map(\.stratumSize)) == [2, 40])
    #expect(Set(drawn.map { "\($0.item.document) \($0.item.start)" }).count == 6)
    #expect(sample.draw(.init(size: 1000)).count == 42)
    #expect(drawn.map(\.item) == sample.draw(.init(size: 6)).map(\.item))
    #expect(drawn.map(\.item) != sample.draw(.init(size: 6, seed: 2)).map(\.item))
  }

  @Test func theSheetIsBlind() throws {
    let sheets = try Self.sample().sheets(.init(size: 4))
    let sheet = Self.text(sheets.sheet)
    #expect(sheet.hasPrefix("item,before,marked,after,answer\r\n1,"))
    for word in ["hedge", "loaded", "regime", "0.3", "d1"] { #expect(!sheet.contains(word), "\(word)") }
    #expect(sheet.contains("🌊 ") && sheet.contains("Perhaps"))
    #expect(Self.text(sheets.key).hasPrefix("item,document,start,end,lexicon,entry,category,weight,stratum,"))
    let open = Self.text(try Self.sample().sheets(.init(size: 4, showsCategory: true)).sheet)
    #expect(open.hasPrefix("item,before,marked,after,category,answer\r\n"))
    #expect(open.contains(",hedge,\r\n"))
  }

  @Test func answersBecomePrecision() throws {
    let key = """
      item,document,start,end,lexicon,entry,category,weight,stratum,stratum_size,asked
      1,d,0,1,l,perhaps,hedge,0.3,l:perhaps,90,category
      2,d,0,1,l,perhaps,hedge,0.3,l:perhaps,90,category
      3,d,0,1,l,regime,loaded,0.3,l:regime,10,category
      4,d,0,1,l,regime,loaded,0.3,l:regime,10,category
      """
    let sheet = "item,before,marked,after,answer\n4,,x,,none\n1,,x,,Hedge\n2,,x,,hedge\n3,,x,,\n"
    let judged = try JudgedSample(
      sheet: Array(sheet.utf8), sheetPath: "s", key: Array(key.utf8), keyPath: "k")
    #expect(
      judged.rows.map { "\($0.level) \($0.name) \($0.judged) \($0.right)" } == [
        "entry l:perhaps 2 2", "entry l:regime 1 0", "category hedge 2 2", "category loaded 1 0",
        "all all 3 2",
      ])
    #expect(judged.unanswered == 1)
    #expect(judged.weighted == 0.9)
    // Wilson's interval of 2 of 2 and 0 of 1, by hand: n/(n + z²) and z²/(n + z²).
    let z = 1.959_963_984_540_054 * 1.959_963_984_540_054
    #expect(abs(judged.rows[0].low - 2 / (2 + z)) < 1e-9)
    #expect(abs(judged.rows[1].high - z / (1 + z)) < 1e-9)
  }

  @Test func answersThatCannotBeRead() throws {
    let key = "item,category,asked\n1,hedge,yes-no\n2,hedge,category\n"
    func message(_ sheet: String) -> String {
      do throws(EvaluationError) {
        _ = try JudgedSample(sheet: Array(sheet.utf8), sheetPath: "s", key: Array(key.utf8), keyPath: "k")
        return "read"
      } catch {
        return "\(error)"
      }
    }
    #expect(message("item,answer\n1,maybe\n") == "s:2: an answer “maybe”; write yes, no, or nothing")
    #expect(message("item,answer\n2,hegde\n") == "s:2: an answer “hegde”; write a category, none, or nothing")
    #expect(
      message("item,answer\n7,yes\n")
        == "s:2: an item that the key does not know; keep the column “item” as it was drawn")
    #expect(message("item,answer\n1,Yes\n2,none\n") == "read")
  }

  /// What a report's “Save judgements” writes.
  private static func judgements(_ answers: String...) -> [UInt8] {
    let findings = answers.enumerated().map { number, answer in
      #"{"number": \#(number + 1), "start": 0, "end": 4, "lexicon": "l", "entry": "\#(number < 3 ? "may" : "regime")","#
        + #" "category": "\#(number < 3 ? "hedge" : "loaded")", "answer": \#(answer)}"#
    }
    return Array(
      (#"{"schema": "parallax.judgements/1", "id": "a", "findings": ["# + findings.joined(separator: ",\n")
        + "]}").utf8)
  }

  @Test func judgementsOfReportsBecomePrecision() throws {
    let file = Self.judgements(#""right""#, #""wrong""#, "null", #""right""#, #""unsure""#)
    #expect(JudgedSample.isJudgements(file) && !JudgedSample.isJudgements(Array("item,answer".utf8)))
    let judged = try JudgedSample(judgements: [(file, "a.json"), (file, "b.json")])
    #expect(judged.unanswered == 4)
    #expect(judged.rows.map(\.name) == ["l:may", "l:regime", "hedge", "loaded", "all"])
    #expect(judged.rows.map(\.judged) == [4, 2, 4, 2, 6])
    #expect(judged.rows.map(\.right) == [2, 2, 2, 2, 4])
    // Three of five findings of a report are of the entry that is right half the time.
    #expect(abs((judged.weighted ?? 0) - (0.5 * 6 + 1.0 * 4) / 10) < 1e-12)
  }

  @Test func judgementsThatCannotBeRead() {
    func message(_ bytes: [UInt8]) -> String {
      do throws(EvaluationError) {
        _ = try JudgedSample(judgements: [(bytes, "j.json")])
        return ""
      } catch { return error.description }
    }
    #expect(
      message(Self.judgements(#""maybe""#))
        == "j.json: finding 1: an answer “maybe”; right, wrong or unsure can be read")
    #expect(
      message(Array("{}".utf8)) == "j.json: holds no judgements of a report (schema parallax.judgements/1)")
    #expect(message(Array("{".utf8)).hasPrefix("j.json:1: not JSON: column "))
  }
}
