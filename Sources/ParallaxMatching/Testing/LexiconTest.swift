import ParallaxCore
import ParallaxLexicon

/// Tests a lexicon: its examples, and whether every entry finds its own form.
///
///     let report = LexiconTest.run(lexicon) { words in
///       let segmenter = Segmenter(words: &words)
///       let attributor = Attributor(words: &words)
///       return { article, vocabulary in
///         attributor.attribute(segmenter.segment(article, vocabulary: vocabulary), vocabulary: vocabulary)
///       }
///     }
///
/// The lexicon is tested alone, as its author wrote it: what others would take from it is the linter's matter.
public enum LexiconTest {
  /// Segments and attributes an article with a vocabulary.
  public typealias Voicing = (Article, Vocabulary) -> VoicedArticle

  /// What a test of one lexicon found.
  public struct Report: Sendable, Equatable {
    /// Name of the lexicon.
    public var lexicon: String
    /// Examples run.
    public var examples: Int
    /// Spelled-out forms tried, inflections and alternatives each.
    public var forms: Int
    /// What failed, in the order of the files.
    public var failures: [Failure]
  }

  /// An example or an entry that failed.
  public struct Failure: Sendable, Equatable, CustomStringConvertible {
    /// Where the example or the entry stands.
    public var place: LexiconPlace
    /// What was expected and what was found.
    public var message: String
    /// Place and message.
    public var description: String { "\(place): \(message)" }
  }

  /// Runs the examples of a lexicon and looks for each entry's own forms.
  ///
  /// - Parameter makeVoicing: Makes the stages before matching, which intern their words.
  /// - Complexity: One analysis for each example, one for each 200 forms.
  public static func run(
    _ lexicon: Lexicon, makeVoicing: (inout VocabularyBuilder) -> Voicing
  ) -> Report {
    var words = VocabularyBuilder()
    let voicing = makeVoicing(&words)
    let matcher = Matcher(lexicons: [lexicon], words: &words)
    let tester = LexiconTester(
      lexicon: lexicon, matcher: matcher, vocabulary: words.build(), voicing: voicing)
    let (forms, missing) = tester.ownForms()
    return Report(
      lexicon: lexicon.info.name, examples: lexicon.examples.count, forms: forms,
      failures: missing + tester.examples())
  }
}

/// The test of one lexicon under way.
struct LexiconTester {
  let lexicon: Lexicon
  let matcher: Matcher
  let vocabulary: Vocabulary
  let voicing: LexiconTest.Voicing

  private func findings(_ paragraphs: [String]) -> (article: Article, findings: [Finding]) {
    var text: [UInt8] = []
    var made: [Paragraph] = []
    for paragraph in paragraphs {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let start = text.count
      text += Array(paragraph.utf8)
      made.append(Paragraph(role: .body, span: TextSpan(start, text.count)))
    }
    let article = Article(
      id: "test", metadata: Metadata(source: "test", format: .text), text: text, paragraphs: made)
    let found = matcher.match(voicing(article, vocabulary), vocabulary: vocabulary)
    return (article, found.filter { $0.entry.lexicon == lexicon.info.name })
  }

  // MARK: Examples

  func examples() -> [LexiconTest.Failure] {
    lexicon.examples.compactMap { example in
      let found = findings([example.text]).findings
      let counted = found.filter(\.counted)
      let expected = example.expected.map(\.span)
      let isSame =
        counted.map(\.span) == expected
        && zip(counted, example.expected).allSatisfy {
          $1.subcategory == nil || $1.subcategory == $0.entry.subcategory
        }
      if isSame { return nil }
      return LexiconTest.Failure(
        place: LexiconPlace(path: lexicon.examplesPath, line: example.line),
        message: explain(example, found, counted))
    }
  }

  /// The sentence as found beside the sentence as marked, with the reason of each mark that was missed.
  private func explain(_ example: Example, _ found: [Finding], _ counted: [Finding]) -> String {
    let wanted = Self.marked(example.text, example.expected.map { ($0.span, $0.subcategory) })
    let got = Self.marked(example.text, counted.map { ($0.span, nil) })
    var notes: [String] = []
    for mark in example.expected where !counted.contains(where: { $0.span == mark.span }) {
      let near = found.first { $0.span == mark.span } ?? found.first { $0.span.overlaps(mark.span) }
      if let near, let reason = near.reason {
        notes.append("\"\(near.entry.form)\" does not count there (\(reason.rawValue))")
      }
    }
    for finding in counted where !example.expected.contains(where: { $0.span == finding.span }) {
      notes.append("\"\(finding.entry.form)\" counts")
    }
    for (finding, mark) in zip(counted, example.expected) where finding.span == mark.span {
      if let wanted = mark.subcategory, wanted != finding.entry.subcategory {
        notes.append("\"\(finding.entry.form)\" is \(finding.entry.subcategory)")
      }
    }
    let reasons = notes.isEmpty ? "" : ": " + notes.joined(separator: ", ")
    return "expected \"\(wanted)\", found \"\(got)\"\(reasons)"
  }

  static func marked(_ text: String, _ spans: [(span: TextSpan, label: String?)]) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for offset in 0...bytes.count {
      for mark in spans where mark.span.end == offset {
        if let label = mark.label { result += Array("|\(label)".utf8) }
        result.append(UInt8(ascii: "}"))
      }
      result += spans.filter { $0.span.start == offset }.map { _ in UInt8(ascii: "{") }
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Own forms

  /// How many spelled-out forms there are, and the entries that do not find one of theirs.
  func ownForms() -> (count: Int, failures: [LexiconTest.Failure]) {
    var trials: [(entry: Int, text: String)] = []
    for (index, entry) in lexicon.entries.enumerated() {
      for text in SpelledForms.of(entry.pattern) { trials.append((index, text)) }
    }
    var failures: [LexiconTest.Failure] = []
    var start = 0
    while start < trials.count {
      let batch = trials[start..<min(trials.count, start + 200)]
      start = batch.endIndex
      let leads = batch.map { $0.text.hasPrefix("'") && $0.text.count > 1 ? "then it" : "then " }
      let (article, found) = findings(zip(leads, batch).map { $0 + $1.text + " there" })
      var spans: [Int: [Finding]] = [:]
      for finding in found { spans[finding.paragraph, default: []].append(finding) }
      for (offset, trial) in batch.enumerated() {
        let entry = lexicon.entries[trial.entry]
        let first = article.paragraphs[offset].span.start + leads[offset].utf8.count
        let span = TextSpan(first, first + trial.text.utf8.count)
        let isFound = spans[offset]?.contains { $0.entry === entry.info && $0.span == span } ?? false
        if !isFound {
          failures.append(
            LexiconTest.Failure(
              place: LexiconPlace(path: lexicon.entriesPath, line: entry.line),
              message: "\"\(entry.info.form)\" does not find \"\(trial.text)\""))
        }
      }
    }
    return (trials.count, failures)
  }
}
