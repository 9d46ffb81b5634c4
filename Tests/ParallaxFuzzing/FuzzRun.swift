import ParallaxKit

/// Loads and analyzes mutated input in this process and says what is wrong with what comes out.
public struct FuzzRun {
  /// An input that came out wrong.
  public struct Failure {
    /// What was fed.
    public var input: [UInt8]
    /// What is wrong.
    public var fault: String
  }

  /// The way an input takes.
  public enum Target: String, CaseIterable, Sendable {
    case page, text, markdown, unknown, declared, analysis
  }

  private static let labels = [
    "utf-8", "windows-1252", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "gb18030", "big5",
    "windows-1250",
    "windows-1251", "koi8-r", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "utf-16",
    "nonsense", "",
  ]

  private let samples: [[UInt8]]
  private let analyzer: Analyzer?
  private var mutator: Mutator
  /// How many inputs took each way.
  public private(set) var counts: [Target: Int] = [:]
  /// Inputs that were refused with an error, as many of them should be.
  public private(set) var refused = 0

  /// - Parameter analyzer: Analyzes one input in two hundred to the end; none does without.
  public init(samples: [[UInt8]], seed: UInt64, analyzer: Analyzer?) {
    self.samples = samples
    self.analyzer = analyzer
    mutator = Mutator(seed: seed)
  }

  /// The next input and the way it takes.
  public mutating func next() -> (input: [UInt8], target: Target, label: String) {
    let input = mutator.input(from: samples)
    let label = Self.labels[mutator.below(Self.labels.count)]
    let target: Target =
      if analyzer != nil, mutator.below(200) == 0 {
        .analysis
      } else {
        switch mutator.below(10) {
        case 0...4: .page
        case 5: .text
        case 6: .markdown
        case 7: .unknown
        default: .declared
        }
      }
    return (input, target, label)
  }

  /// Feeds one input; nil when all is well.
  public mutating func feed(_ input: [UInt8], _ target: Target, _ label: String) -> Failure? {
    counts[target, default: 0] += 1
    let favor = Favor.allCases[input.count % 3]
    let loader = Loader(options: .init(favor: favor))
    let format: Metadata.Format? =
      switch target {
      case .page, .analysis: .html
      case .text: .text
      case .markdown: .markdown
      case .unknown, .declared: nil
      }
    func load() throws(LoadingError) -> Article {
      try loader.load(
        input, id: "f", source: "f", format: format, declaredEncoding: target == .declared ? label : nil)
    }
    do throws(LoadingError) {
      let article = try load()
      if let fault = Soundness.fault(in: article) { return Failure(input: input, fault: fault) }
      if input.count % 64 == 0, try load().text != article.text {
        return Failure(input: input, fault: "two loads differ")
      }
      if target == .analysis, let analyzer, let fault = Soundness.fault(in: analyzer.analyze(article)) {
        return Failure(input: input, fault: fault)
      }
    } catch {
      refused += 1
      if case .timedOut = error { return Failure(input: input, fault: "\(error)") }
    }
    return nil
  }
}
