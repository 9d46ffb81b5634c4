import ParallaxCore

/// The sentences of a version, in the form in which two versions are compared.
///
/// A headline is one unit, whatever stops it holds. Promotions, advertisements and links to other stories are left
/// out: they change from day to day.
struct VersionUnits {
  /// A sentence, or a headline.
  struct Unit {
    /// Index of its paragraph.
    var paragraph: Int
    /// Where it stands.
    var span: TextSpan
    /// Its tokens, as indices into those of the article.
    var tokens: Range<Int>
    /// Number of its words.
    var words: Int
  }

  var units: [Unit] = []
  /// For each token of the article, the number of its form.
  var forms: [Int32]
  let segmented: SegmentedArticle

  /// Index of the headline among the units; nil without one.
  private(set) var headline: Int?

  init(_ segmented: SegmentedArticle, _ numbering: inout FormNumbers) {
    self.segmented = segmented
    forms = segmented.tokens.map { numbering.number(of: $0, in: segmented) }
    for (index, paragraph) in segmented.article.paragraphs.enumerated() {
      switch paragraph.role {
      case .promotion, .advertisement, .related, .boilerplate: continue
      case .headline where headline == nil:
        let tokens = segmented.paragraphTokens[index]
        guard !tokens.isEmpty else { continue }
        headline = units.count
        units.append(
          Unit(
            paragraph: index, span: paragraph.span, tokens: tokens, words: segmented.words(in: tokens)))
      default:
        for sentence in segmented.sentences[segmented.paragraphSentences[index]] {
          units.append(
            Unit(paragraph: index, span: sentence.span, tokens: sentence.tokens, words: sentence.words))
        }
      }
    }
  }

  /// The forms of a unit, in order.
  func forms(of unit: Int) -> ArraySlice<Int32> { forms[units[unit].tokens] }

  /// The role of a unit's paragraph.
  func role(of unit: Int) -> Role { segmented.article.paragraphs[units[unit].paragraph].role }
}

/// Gives one number to all spellings of a token that typesetting alone makes differ: letter case, curly and
/// straight quotation marks, kinds of dashes.
struct FormNumbers {
  private var numbers: [String: Int32] = [:]
  /// By number: how much the form says, 0 for marks, a quarter for function words, else 1.
  private(set) var weights: [Double] = []

  mutating func number(of token: Token, in segmented: SegmentedArticle) -> Int32 {
    let text = Self.form(token, in: segmented)
    if let known = numbers[text] { return known }
    let number = Int32(weights.count)
    numbers[text] = number
    weights.append(token.isCounted ? (FunctionWords.contains(text) ? 0.25 : 1) : 0)
    return number
  }

  private static func form(_ token: Token, in segmented: SegmentedArticle) -> String {
    let text = segmented.string(token)
    if token.kind == .word || token.kind == .clitic { return WordForm.normalize(text) }
    guard token.kind == .punctuation else { return text }
    switch text {
    case "“", "”", "„", "«", "»", "''", "``": return "\""
    case "‘", "’", "‚", "‹", "›": return "'"
    case "–", "—", "--": return "-"
    case "…": return "..."
    default: return text
    }
  }
}
