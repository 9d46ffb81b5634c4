import ParallaxCore

/// A device that no word list can hold, found by rules. Its findings are like those of a lexicon's entries.
protocol Detector: Sendable {
  /// What a sentence must hold before the detector looks at it; any of these will do.
  static var triggers: DetectorTriggers { get }

  /// What its findings keep of it.
  static var entry: EntryInfo { get }

  /// Makes a detector, whose words go into the vocabulary under construction.
  init(words: inout VocabularyBuilder)

  /// Words that raise the trigger `.word`.
  var triggerWords: [WordID] { get }

  /// Appends the token ranges of the device in the view's sentence, in order.
  func find(in view: ArticleView, into found: inout [Range<Int>])
}

extension Detector {
  var triggerWords: [WordID] { [] }
}

/// What makes a sentence worth a detector's look.
struct DetectorTriggers: OptionSet, Sendable {
  let rawValue: UInt8
  /// An opening quotation mark.
  static let quotation = DetectorTriggers(rawValue: 1)
  /// A number in figures.
  static let number = DetectorTriggers(rawValue: 2)
  /// One of the detector's own words.
  static let word = DetectorTriggers(rawValue: 4)
  /// A question mark at the end.
  static let question = DetectorTriggers(rawValue: 8)
}

/// The detectors of the matcher, as a lexicon of their own.
public enum Detectors {
  /// Name of the lexicon that findings of detectors bear.
  public static let lexicon = "detectors"

  static let all: [any Detector.Type] = [
    RhetoricalQuestionDetector.self, ScareQuoteDetector.self, PromoCodeDetector.self, DiscountDetector.self,
    PriceOfferDetector.self,
  ]

  /// What each detector finds.
  public static var entries: [EntryInfo] { all.map { $0.entry } }

  /// What results say of the detectors beside the lexicons.
  public static var info: LexiconInfo {
    let text = entries.map { "\($0.id)\t\($0.category)\t\($0.subcategory)\t\($0.weight)" }.joined(
      separator: "\n")
    return LexiconInfo(
      name: lexicon, version: ParallaxVersion.current, language: "en", entries: all.count,
      sha256: SHA256.hexadecimal(of: Array(text.utf8)), title: "Detectors", license: "Apache-2.0")
  }

  static func entry(
    _ name: String, _ form: String, _ category: Category, _ subcategory: String, weight: Double,
    polarity: Polarity = .neutral, note: String, source: String
  ) -> EntryInfo {
    EntryInfo(
      lexicon: lexicon, id: "detector." + name, form: form, category: category, subcategory: subcategory,
      weight: weight, polarity: polarity, note: note, source: source)
  }
}
