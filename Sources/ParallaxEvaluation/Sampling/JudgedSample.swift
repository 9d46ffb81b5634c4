import ParallaxCore
import ParallaxScoring

/// Turns a judge's answers into precision by entry and category, with Wilson intervals.
public struct JudgedSample: Sendable, Equatable {
  /// One row of the result.
  public struct Row: Sendable, Equatable {
    /// `entry`, `category` or `all`.
    public var level: String
    /// `lexicon:entry`, the category, or `all`.
    public var name: String
    /// Items with an answer.
    public var judged: Int
    /// Those that are what Parallax took them for.
    public var right: Int
    /// Share of right ones.
    public var precision: Double
    /// Lower bound of its 95% Wilson interval.
    public var low: Double
    /// Upper bound.
    public var high: Double
  }

  /// Rows by entry, then by category, then for all.
  public var rows: [Row] = []
  /// Items without an answer.
  public var unanswered = 0
  /// Precision with each stratum counted as often as it occurs in the texts; nil without answers.
  public var weighted: Double?

  /// Reads answers.
  ///
  /// An answer is the category that the judge sees (`none` for no finding), or where the sheet names the category,
  /// `yes` or `no`. An empty answer or `?` is left out.
  ///
  /// - Throws: `EvaluationError` with the line of an answer that cannot be read.
  public init(
    sheet: [UInt8], sheetPath: String, key: [UInt8], keyPath: String
  ) throws(EvaluationError) {
    var keys: [String: Records.Record] = [:]
    for record in try Records.read(key, path: keyPath) {
      guard let item = record.text("item"), record.text("category") != nil else {
        throw .line(
          path: keyPath, line: record.line, problem: "no key of a sample", remedy: "give the key file")
      }
      keys[item] = record
    }
    let categories = Set(keys.values.compactMap { $0.text("category")?.lowercased() })
    var answers: [Answer] = []
    for record in try Records.read(sheet, path: sheetPath) {
      func fault(_ problem: String, _ remedy: String) -> EvaluationError {
        .line(path: sheetPath, line: record.line, problem: problem, remedy: remedy)
      }
      guard let item = record.text("item"), let known = keys[item] else {
        throw fault("an item that the key does not know", "keep the column “item” as it was drawn")
      }
      let answer = (record.text("answer") ?? "?").lowercased().filter { $0 != " " }
      if answer == "?" {
        unanswered += 1
        continue
      }
      let category = known.text("category") ?? ""
      let isRight: Bool
      if known.text("asked") == "yes-no" {
        guard ["yes", "no", "y", "n", "1", "0"].contains(answer) else {
          throw fault("an answer “\(answer)”", "write yes, no, or nothing")
        }
        isRight = ["yes", "y", "1"].contains(answer)
      } else {
        guard
          answer == "none" || categories.contains(answer)
            || Category.codebook.contains(where: { $0.name.lowercased() == answer })
        else {
          throw fault("an answer “\(answer)”", "write a category, none, or nothing")
        }
        isRight = answer == category.lowercased()
      }
      let entry = "\(known.text("lexicon") ?? ""):\(known.text("entry") ?? "")"
      answers.append(
        Answer(
          entry: entry, category: category, stratum: known.text("stratum") ?? entry,
          stratumSize: known.integer("stratum_size") ?? 1, isRight: isRight))
    }
    count(answers)
  }

  /// An answer to one item.
  struct Answer {
    var entry: String
    var category: String
    var stratum: String
    /// How often the stratum occurs in the texts.
    var stratumSize: Int
    var isRight: Bool
  }

  /// Makes a sample without answers.
  init() {}

  /// Adds answers up by entry, category and stratum.
  mutating func count(_ answers: [Answer]) {
    var tallies: [String: (level: Int, judged: Int, right: Int)] = [:]
    var strata: [String: (size: Double, judged: Int, right: Int)] = [:]
    for answer in answers {
      let right = answer.isRight ? 1 : 0
      for (level, name) in [(0, answer.entry), (1, answer.category), (2, "all")] {
        let old = tallies["\(level) \(name)"] ?? (level, 0, 0)
        tallies["\(level) \(name)"] = (level, old.judged + 1, old.right + right)
      }
      let old = strata[answer.stratum] ?? (Double(answer.stratumSize), 0, 0)
      strata[answer.stratum] = (old.size, old.judged + 1, old.right + right)
    }
    rows = tallies.sorted { ($0.value.level, $0.key) < ($1.value.level, $1.key) }.map { name, tally in
      let bounds = WilsonInterval.bounds(tally.right, of: tally.judged)
      return Row(
        level: ["entry", "category", "all"][tally.level], name: String(name.dropFirst(2)),
        judged: tally.judged,
        right: tally.right, precision: Double(tally.right) / Double(tally.judged), low: bounds.low,
        high: bounds.high)
    }
    let parts = strata.sorted { $0.key < $1.key }.map(\.value)
    let weight = parts.reduce(0) { $0 + $1.size }
    if weight > 0 {
      weighted = parts.reduce(0) { $0 + $1.size * Double($1.right) / Double($1.judged) } / weight
    }
  }
}
