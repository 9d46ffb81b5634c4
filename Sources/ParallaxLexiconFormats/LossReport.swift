/// What a conversion could not hold, with the lines it concerns.
///
/// A loss is something the format allows and the other side has no place for, or something the file says in
/// vain. What breaks the format is no loss but an error, and then nothing is converted at all.
public struct LossReport: Sendable, Equatable {
  /// What was lost.
  public enum Kind: String, Sendable, CaseIterable {
    /// A rule or condition on the context.
    case rule
    /// A wildcard that the other side does not know.
    case wildcard
    /// A category that the file never defines.
    case undefinedCategory
    /// A term that stands twice in a category.
    case duplicate
    /// A number on a term.
    case weight
    /// The nesting of categories.
    case hierarchy
    /// A guard: where the entry counts.
    case guarded
    /// A pattern with gaps, classes or exact case.
    case pattern
    /// A fact beside the term.
    case detail
    /// Text that had to be read in another way than it is written.
    case reading

    /// In words, for one and for several.
    var names: (one: String, many: String) {
      switch self {
      case .rule: ("rule or condition not held", "rules or conditions not held")
      case .wildcard: ("wildcard not held", "wildcards not held")
      case .undefinedCategory: ("category number never defined", "category numbers never defined")
      case .duplicate: ("term given twice", "terms given twice")
      case .weight: ("weight not held", "weights not held")
      case .hierarchy: ("nesting not held", "nestings not held")
      case .guarded: ("guard not held", "guards not held")
      case .pattern: ("pattern not held", "patterns not held")
      case .detail: ("detail not held", "details not held")
      case .reading: ("doubtful reading", "doubtful readings")
      }
    }
  }

  /// One thing lost.
  public struct Loss: Sendable, Equatable {
    /// What kind of thing.
    public var kind: Kind
    /// Line in the source, from 1; 0 where it is of the whole file.
    public var line: Int
    /// The text concerned.
    public var text: String
    /// What became of it.
    public var outcome: String
    /// Makes a loss.
    public init(_ kind: Kind, line: Int, text: String, outcome: String) {
      self.kind = kind
      self.line = line
      self.text = text
      self.outcome = outcome
    }
  }

  /// Everything lost, in the order in which it was met.
  public private(set) var losses: [Loss] = []

  /// Makes a report of no loss.
  public init() {}

  /// Whether nothing was lost.
  public var isEmpty: Bool { losses.isEmpty }

  /// Adds a loss.
  public mutating func add(_ kind: Kind, line: Int, _ text: String, _ outcome: String) {
    losses.append(Loss(kind, line: line, text: text, outcome: outcome))
  }

  /// Adds the losses of a further step.
  public mutating func add(_ other: LossReport) { losses += other.losses }

  /// How many of a kind.
  public func count(_ kind: Kind) -> Int { losses.count { $0.kind == kind } }

  /// One line per kind with its count and first lines: `3 wildcards not held (lines 4, 9, 12)`.
  public var summary: [String] {
    Kind.allCases.compactMap { kind in
      let found = losses.filter { $0.kind == kind }
      guard !found.isEmpty else { return nil }
      var seen: Set<Int> = [0]
      let lines = found.map(\.line).filter { seen.insert($0).inserted }
      var text = "\(found.count) \(found.count == 1 ? kind.names.one : kind.names.many)"
      if !lines.isEmpty {
        let shown = lines.prefix(5).map(String.init).joined(separator: ", ")
        text += " (\(lines.count == 1 ? "line" : "lines") \(shown)\(lines.count > 5 ? ", …" : ""))"
      }
      return text
    }
  }

  /// All losses as a tab-separated table: line, kind, text, outcome.
  public var table: String {
    var text = "line\tkind\ttext\toutcome\n"
    for loss in losses {
      let line = loss.line > 0 ? "\(loss.line)" : ""
      text += "\(line)\t\(loss.kind.rawValue)\t\(Self.cell(loss.text))\t\(Self.cell(loss.outcome))\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
