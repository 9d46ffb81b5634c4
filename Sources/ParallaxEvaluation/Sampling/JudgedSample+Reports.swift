import ParallaxCore

extension JudgedSample {
  /// Schema of the judgements that a report saves.
  public static let judgementsSchema = "parallax.judgements/1"

  /// Whether a file holds judgements of a report rather than a sheet.
  public static func isJudgements(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
      && bytes.prefix(400).split(separator: UInt8(ascii: "\"")).contains {
        $0.elementsEqual(judgementsSchema.utf8)
      }
  }

  /// Reads the judgements that readers of reports saved.
  ///
  /// Each file holds all findings of a report, those that were judged with the answer `right`, `wrong` or
  /// `unsure`; the last counts as unanswered. An entry's share in `weighted` is its number of findings in the
  /// reports.
  ///
  /// - Throws: `EvaluationError` that names the file and, where there is one, the finding.
  public init(judgements files: [(bytes: [UInt8], path: String)]) throws(EvaluationError) {
    self.init()
    var sizes: [String: Int] = [:]
    var answers: [Answer] = []
    for (bytes, path) in files {
      let value: JSONValue
      do throws(JSONError) {
        value = try JSONParser.parse(bytes)
      } catch {
        throw .line(
          path: path, line: error.line, problem: "not JSON: column \(error.column): \(error.message)",
          remedy: "give a file that a report saved")
      }
      guard value["schema"]?.string == Self.judgementsSchema, let findings = value["findings"]?.array else {
        throw .unusable("\(path): holds no judgements of a report (schema \(Self.judgementsSchema))")
      }
      for (index, finding) in findings.enumerated() {
        guard let lexicon = finding["lexicon"]?.string, let id = finding["entry"]?.string,
          let category = finding["category"]?.string
        else {
          throw .unusable("\(path): finding \(index + 1): lexicon, entry or category is missing")
        }
        let entry = "\(lexicon):\(id)"
        sizes[entry, default: 0] += 1
        switch finding["answer"]?.string {
        case "right", "wrong":
          answers.append(
            Answer(
              entry: entry, category: category, stratum: entry, stratumSize: 1,
              isRight: finding["answer"]?.string == "right"))
        case "unsure", nil: unanswered += 1
        case let other?:
          throw .unusable(
            "\(path): finding \(index + 1): an answer “\(other)”; right, wrong or unsure can be read")
        }
      }
    }
    count(
      answers.map { answer in
        var answer = answer
        answer.stratumSize = sizes[answer.stratum] ?? 1
        return answer
      })
  }
}
