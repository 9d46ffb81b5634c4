import ParallaxComparison
import ParallaxCore
import ParallaxScoring

/// What a program needs to recompute the rates, ratios and tests of a comparison: `parallax.comparison-ledger/1`.
///
///     {"schema": "parallax.comparison-ledger/1", "tool": {…}, "categories": ["hedge", …],
///      "articles": [{"outlet": "The Ledger", "event": "pier", "words": [300, 90, 40, 0],
///                    "promotional": [310, 90, 40, 0], "framing": [12, 15], "counts": [[0, 3, 0, 1, 0], …]}, …]}
///
/// Words and counts are by voice (author, direct, indirect, excerpt); `promotional` are the words that selling is
/// looked for in; `framing` are findings of framing wording in the author's words and in all; a count begins with
/// the number of its category, and categories without findings are left out.
struct ComparisonLedger {
  /// Name and number of the schema.
  static let schema = "parallax.comparison-ledger/1"

  private let comparison: OutletComparison

  // MARK: Writing

  /// The ledger of a comparison; articles that were not measured are not in it.
  static func bytes(_ comparison: OutletComparison) -> [UInt8] {
    var json = JSONWriter()
    let names = comparison.outlets.flatMap { outlet in outlet.articles.map { ($0, outlet.name) } }
      .sorted { $0.0 < $1.0 }
    json.object { json in
      json.field("schema", schema)
      AnalysisJSON.tool(to: &json)
      json.array("categories") { json in for category in comparison.categories { json.value(category.name) } }
      json.array("articles") { json in
        for (index, name) in names { article(comparison.analyses[index], name, comparison, to: &json) }
      }
    }
    return json.bytes
  }

  private static func article(
    _ analysis: Analysis, _ outlet: String, _ comparison: OutletComparison, to json: inout JSONWriter
  ) {
    let measures = Dictionary(
      analysis.measures.map { ($0.category, $0) }, uniquingKeysWith: { first, _ in first })
    json.object { json in
      json.field("outlet", outlet)
      json.field("event", analysis.article.metadata.event)
      json.array("words") { json in for voice in Voice.allCases { json.value(analysis.words[voice]) } }
      let promotional = measures[.promotional]
      json.array("promotional") { json in
        for voice in Voice.allCases { json.value(promotional?[voice].words ?? analysis.words[voice]) }
      }
      let slant = analysis.findings.filter { $0.entry.category.isSlant(subcategory: $0.entry.subcategory) }
      json.array("framing") { json in
        json.value(slant.count { $0.voice == .author })
        json.value(slant.count)
      }
      json.array("counts") { json in
        for (number, category) in comparison.categories.enumerated() {
          guard let measure = measures[category], measure.all.count > 0 else { continue }
          json.array { json in
            json.value(number)
            for voice in Voice.allCases { json.value(measure[voice].count) }
          }
        }
      }
    }
  }

  // MARK: Reading

  /// Reads the data back.
  init(_ value: JSONValue) throws(VerificationError) {
    let categories = (value["categories"]?.array ?? []).compactMap(\.string).map { Category($0) }
    var analyses: [Analysis] = []
    for (index, item) in (value["articles"]?.array ?? []).enumerated() {
      guard let analysis = Self.analysis(item, categories) else {
        throw .damagedData("article \(index + 1) cannot be used")
      }
      analyses.append(analysis)
    }
    comparison = OutletComparison(analyses)
  }

  /// An article of counts alone.
  private static func analysis(_ value: JSONValue, _ categories: [Category]) -> Analysis? {
    guard let outlet = value["outlet"]?.string, let words = voices(value["words"]?.array),
      let promotional = voices(value["promotional"]?.array),
      let framing = value["framing"]?.array?.compactMap(ArticleLedger.count), framing.count == 2,
      framing[0] <= framing[1], framing[1] <= 1_000_000
    else { return nil }
    var measures = categories.map { CategoryMeasure(category: $0) }
    for index in measures.indices {
      let denominators = measures[index].category == .promotional ? promotional : words
      for voice in Voice.allCases { measures[index][voice].words = denominators[voice] }
      measures[index].all.words = denominators.all
    }
    for row in value["counts"]?.array ?? [] {
      let cells = (row.array ?? []).compactMap(ArticleLedger.count)
      guard cells.count == 5, measures.indices.contains(cells[0]) else { return nil }
      for (voice, count) in zip(Voice.allCases, cells.dropFirst()) {
        measures[cells[0]][voice].count = count
        measures[cells[0]].all.count += count
      }
    }
    var metadata = Metadata(source: outlet, format: .html)
    metadata.outlet = outlet
    metadata.event = value["event"]?.string
    let article = Article(id: "", metadata: metadata, text: [], paragraphs: [])
    var analysis = Scorer(categories: []).recount(
      article, words: [], sentences: [], findings: [], isMeasured: true)
    analysis.words = words
    analysis.measures = measures
    // Which findings they are does not matter here, only how many.
    let entry = EntryInfo(
      lexicon: "", id: "", form: "", category: .loaded, subcategory: "", weight: 0, polarity: .neutral)
    analysis.findings = (0..<framing[1]).map { number in
      Finding(
        entry: entry, span: TextSpan(0, 0), paragraph: 0, sentence: 0, segment: 0,
        voice: number < framing[0] ? .author : .direct)
    }
    return analysis
  }

  private static func voices(_ cells: [JSONValue]?) -> VoiceCounts? {
    let numbers = (cells ?? []).compactMap(ArticleLedger.count)
    guard numbers.count == Voice.allCases.count else { return nil }
    var counts = VoiceCounts()
    for (voice, number) in zip(Voice.allCases, numbers) { counts[voice] = number }
    return counts
  }

  /// The parts in the order of the page: the first sentences, the rates and the ratios.
  var parts: [VerifiedPart] {
    let tests = OutletContrasts(comparison)
    let page = ComparisonPage(
      comparison: comparison, coverage: Coverage(OutletComparison([])),
      details: ComparisonDetails(tests: tests), options: ReportOptions())
    return page.verifiedParts
  }
}

extension ComparisonPage {
  /// The parts that follow from the counts.
  var verifiedParts: [VerifiedPart] {
    guard !outlets.isEmpty else { return [] }
    var parts: [VerifiedPart] = []
    for (index, sentence) in summarySentences.enumerated() {
      parts.append(VerifiedPart("sentence \(index + 1) of the summary") { $0.text(sentence) })
    }
    parts.append(VerifiedPart("the strength of evidence") { $0.text(evidence) })
    for voice in [Voice.author, nil] as [Voice?] {
      for style in styles {
        for outlet in outlets.indices {
          parts.append(
            VerifiedPart("rate of “\(style.label)”, \(outlets[outlet].name), \(VoiceChoice.phrase(voice))") {
              rateRow(style, outlet, voice, to: &$0)
            })
        }
      }
    }
    for outlet in details.tests.overall.map(\.outlet) {
      for voice in [Voice.author, nil] as [Voice?] {
        let rows = ratioRows(outlet, voice: voice)
        let isDealt = rows.contains { $0.permutation != nil }
        for contrast in rows {
          let label =
            contrast.category == OutletContrasts.framing
            ? "all framing wording" : CategoryStyle.of(contrast.category).label
          parts.append(
            VerifiedPart("ratio of “\(label)”, \(outlets[outlet].name), \(VoiceChoice.phrase(voice))") {
              ratioRow(contrast, isDealt: isDealt, to: &$0)
            })
        }
      }
    }
    return parts
  }
}
