import ParallaxCore
import ParallaxScoring

/// The data of one article's report, read back, and the parts of its page that follow from them.
struct ArticleLedger {
  private let analysis: Analysis

  /// Reads the data.
  init(_ value: JSONValue) throws(VerificationError) {
    func fault(_ what: String) -> VerificationError { .damagedData("\(what) cannot be used") }
    let categories = (value["categories"]?.array ?? []).compactMap(\.string).map { Category($0) }
    var paragraphs: [Paragraph] = []
    var words: [VoiceCounts] = []
    for (index, row) in (value["paragraphs"]?.array ?? []).enumerated() {
      let cells = row.array ?? []
      guard cells.count == 1 + Voice.allCases.count,
        let role = cells[0].string.flatMap({ Role(rawValue: $0) })
      else { throw fault("paragraph \(index + 1)") }
      var counts = VoiceCounts()
      for (voice, cell) in zip(Voice.allCases, cells.dropFirst()) {
        guard let number = Self.count(cell) else { throw fault("paragraph \(index + 1)") }
        counts[voice] = number
      }
      paragraphs.append(Paragraph(role: role, span: TextSpan(0, 0)))
      words.append(counts)
    }
    var sentences: [Scorer.CountedSentence] = []
    for (index, row) in (value["sentences"]?.array ?? []).enumerated() {
      let cells = (row.array ?? []).compactMap(Self.count)
      guard cells.count == 3, paragraphs.indices.contains(cells[0]), cells[1] <= cells[2] else {
        throw fault("sentence \(index + 1)")
      }
      sentences.append(.init(paragraph: cells[0], author: cells[1], all: cells[2]))
    }
    var entries: [EntryInfo] = []
    for (index, row) in (value["entries"]?.array ?? []).enumerated() {
      let cells = row.array ?? []
      guard cells.count == 7, let lexicon = cells[0].string, let id = cells[1].string,
        let category = cells[3].string, let subcategory = cells[4].string, let weight = cells[5].number,
        let hasPlainWord = cells[6].bool
      else { throw fault("entry \(index + 1)") }
      entries.append(
        EntryInfo(
          lexicon: lexicon, id: id, form: cells[2].string ?? id, category: Category(category),
          subcategory: subcategory,
          weight: weight, polarity: .neutral, neutral: hasPlainWord ? "" : nil))
    }
    var findings: [Finding] = []
    for (index, row) in (value["findings"]?.array ?? []).enumerated() {
      let cells = row.array ?? []
      guard cells.count == 7, let paragraph = Self.count(cells[0]), let sentence = Self.count(cells[1]),
        let voice = Self.count(cells[2]), let weight = cells[3].number, let entry = Self.count(cells[4]),
        paragraphs.indices.contains(paragraph), sentences.indices.contains(sentence),
        Voice.allCases.indices.contains(voice), entries.indices.contains(entry),
        paragraph >= findings.last?.paragraph ?? 0, weight.isFinite
      else { throw fault("finding \(index + 1)") }
      var finding = Finding(
        entry: entries[entry], span: TextSpan(0, 0), paragraph: paragraph, sentence: sentence, segment: 0,
        voice: Voice.allCases[voice])
      finding.effectiveWeight = weight
      findings.append(finding)
    }
    let article = Article(
      id: value["id"]?.string ?? "", metadata: Metadata(source: "", format: .html), text: [],
      paragraphs: paragraphs)
    analysis = Scorer(categories: categories).recount(
      article, words: words, sentences: sentences, findings: findings, isMeasured: !categories.isEmpty)
  }

  /// A whole number from 0 up to a thousand million.
  static func count(_ value: JSONValue) -> Int? {
    value.integer.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
  }

  /// The parts in the order of the page.
  var parts: [VerifiedPart] {
    let page = ArticlePage(analysis: analysis, options: ReportOptions())
    return page.summaryParts + page.cardParts + page.stripParts + page.voiceParts + page.driverParts
      + page.frameParts + page.roleParts + page.textParts + page.findingParts + page.methodParts
  }
}
