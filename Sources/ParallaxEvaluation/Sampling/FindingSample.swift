import ParallaxCore
import ParallaxScoring

/// Draws findings for a person to judge without knowing what Parallax took them for.
///
/// The sheet shows a numbered item, the words around it, and the marked words; the key keeps document, place,
/// entry, category and weight. Items are drawn evenly from strata (entries or categories), so that rare entries
/// are judged too, and come in a shuffled order.
public struct FindingSample: Sendable {
  /// What the sample is spread over.
  public enum Strata: String, Sendable, CaseIterable {
    /// Lexicon and entry.
    case entry
    /// Category.
    case category
  }

  /// A finding that may be drawn.
  public struct Item: Sendable, Equatable {
    /// Document it stands in.
    public var document: String
    /// First code point of the marked words.
    public var start: Int
    /// One past the last.
    public var end: Int
    /// Words before, the marked words, and words after.
    public var before: String
    /// The marked words.
    public var marked: String
    /// Words after.
    public var after: String
    /// Lexicon of the entry.
    public var lexicon: String
    /// The entry.
    public var entry: String
    /// Its category.
    public var category: String
    /// Its weight.
    public var weight: Double
  }

  /// How the sample is drawn.
  public struct Options: Sendable, Equatable {
    /// Number of items.
    public var size: Int
    /// What it is spread over.
    public var strata: Strata
    /// Seed of the draws.
    public var seed: UInt64
    /// Whether the sheet names the category and asks yes or no, instead of asking for the category.
    public var showsCategory: Bool

    /// Makes options.
    public init(size: Int = 200, strata: Strata = .entry, seed: UInt64 = 1936, showsCategory: Bool = false) {
      self.size = size
      self.strata = strata
      self.seed = seed
      self.showsCategory = showsCategory
    }
  }

  /// Code points shown on either side.
  static let context = 160

  /// What may be drawn.
  public private(set) var pool: [Item] = []

  /// Makes an empty pool.
  public init() {}

  /// Adds the counted findings of analyses (`parallax.analysis/1`, one a line).
  ///
  /// - Throws: `EvaluationError` with the line.
  public mutating func add(_ bytes: [UInt8], path: String) throws(EvaluationError) {
    for record in try Records.read(bytes, path: path) {
      if record.value["error"] != nil { continue }
      guard let id = record.text("id"), let text = record.value["document"]?["text"]?.string,
        let findings = record.value["findings"]?.array
      else {
        throw .line(
          path: path, line: record.line, problem: "no analysis of Parallax",
          remedy: "give what `parallax analyze --format jsonl` or `parallax batch` wrote")
      }
      let scalars = Array(text.unicodeScalars)
      for finding in findings where finding["counted"]?.bool != false {
        guard let start = finding["start"]?.integer, let end = finding["end"]?.integer, 0 <= start,
          start < end,
          end <= scalars.count
        else {
          throw .line(
            path: path, line: record.line, problem: "a finding outside the text",
            remedy: "analyze the text again")
        }
        func string(_ range: Range<Int>) -> String {
          var view = String.UnicodeScalarView(scalars[range])
          for index in view.indices.reversed() where view[index] == "\n" || view[index] == "\r" {
            view.replaceSubrange(index...index, with: [" "])
          }
          return String(view)
        }
        pool.append(
          Item(
            document: id, start: start, end: end, before: string(max(0, start - Self.context)..<start),
            marked: string(start..<end), after: string(end..<min(scalars.count, end + Self.context)),
            lexicon: finding["lexicon"]?.string ?? "", entry: finding["entry"]?.string ?? "",
            category: finding["category"]?.string ?? "", weight: finding["weight"]?.number ?? 0))
      }
    }
  }

  /// Leaves out of the pool what does not fit.
  public mutating func keep(where fits: (Item) -> Bool) { pool.removeAll { !fits($0) } }

  /// The drawn items in the order of the sheet, each with the size of its stratum.
  ///
  /// - Complexity: O(n log n).
  public func draw(_ options: Options) -> [(item: Item, stratum: String, stratumSize: Int)] {
    func stratum(_ item: Item) -> String {
      options.strata == .entry ? "\(item.lexicon):\(item.entry)" : item.category
    }
    var strata: [String: [Int]] = [:]
    for (index, item) in pool.enumerated() { strata[stratum(item), default: []].append(index) }
    var generator = SeededGenerator(seed: options.seed)
    let names = generator.shuffled(strata.keys.sorted())
    let queues = names.map { generator.shuffled(strata[$0] ?? []) }
    var drawn: [(item: Item, stratum: String, stratumSize: Int)] = []
    var round = 0
    while drawn.count < min(options.size, pool.count) {
      for (name, queue) in zip(names, queues) where round < queue.count && drawn.count < options.size {
        drawn.append((pool[queue[round]], name, queue.count))
      }
      round += 1
    }
    return generator.shuffled(drawn)
  }

  /// The sheet for the judge and the key that is kept from them, as CSV.
  public func sheets(_ options: Options) -> (sheet: [UInt8], key: [UInt8]) {
    var sheet = "item,before,marked,after,\(options.showsCategory ? "category," : "")answer\r\n"
    var key = "item,document,start,end,lexicon,entry,category,weight,stratum,stratum_size,asked\r\n"
    let asked = options.showsCategory ? "yes-no" : "category"
    for (number, drawn) in draw(options).enumerated() {
      let item = drawn.item
      var cells = ["\(number + 1)", item.before, item.marked, item.after]
      if options.showsCategory { cells.append(item.category) }
      sheet += (cells + [""]).map(CSVReader.cell).joined(separator: ",") + "\r\n"
      key +=
        [
          "\(number + 1)", item.document, "\(item.start)", "\(item.end)", item.lexicon, item.entry,
          item.category,
          "\(item.weight)", drawn.stratum, "\(drawn.stratumSize)", asked,
        ].map(CSVReader.cell).joined(separator: ",") + "\r\n"
    }
    return (Array(sheet.utf8), Array(key.utf8))
  }
}
