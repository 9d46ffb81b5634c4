import ParallaxCore
import ParallaxScoring

/// Builds an analysis from text with marks, so that no test counts offsets.
///
///     {reckless|evaluative.judgement|0.6}            a finding with its weight
///     {regime|loaded.label|0.6|government}           … with its neutral word
///     {Justice|evaluative.judgement|0.4|!name}       … that is not counted, with the reason
///     ⟪d Ana Ruiz|We will win⟫                       another voice: d direct, i indirect, e excerpt
///
/// Marks nest. Words are split at blanks; every paragraph is one sentence.
struct SampleArticle {
  var metadata = Metadata(source: "sample.txt", format: .text)
  var notes: [String] = []
  var warnings: [String] = []
  var sources: [SourceSummary] = []
  private var text: [UInt8] = []
  private var paragraphs: [Paragraph] = []
  private var findings: [(EntryInfo, TextSpan, paragraph: Int, reason: Finding.NotCounted?)] = []
  private var voices: [(Voice, speaker: String?, TextSpan)] = []

  init(title: String? = nil) { metadata.title = title }

  /// Adds a paragraph of marked text.
  mutating func add(_ role: Role, _ marked: String) {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    let start = text.count
    var open: [(isVoice: Bool, start: Int, head: String)] = []
    var characters = Array(marked)[...]
    while let character = characters.popFirst() {
      switch character {
      case "{": open.append((false, text.count, ""))
      case "⟪":
        let head = String(characters.prefix { $0 != "|" })
        characters = characters.dropFirst(head.count + 1)
        open.append((true, text.count, head))
      case "⟫":
        let mark = open.removeLast()
        let parts = mark.head.split(separator: " ", maxSplits: 1)
        let voice: Voice = parts.first == "d" ? .direct : parts.first == "i" ? .indirect : .excerpt
        voices.append((voice, parts.count > 1 ? String(parts[1]) : nil, TextSpan(mark.start, text.count)))
      case "|" where open.last?.isVoice == false:
        let mark = open.removeLast()
        let fields = String(characters.prefix { $0 != "}" }).split(separator: "|").map(String.init)
        characters = characters.dropFirst(fields.joined(separator: "|").count + 1)
        note(fields, TextSpan(mark.start, text.count))
      default: text += Array(String(character).utf8)
      }
    }
    paragraphs.append(Paragraph(role: role, span: TextSpan(start, text.count)))
  }

  private mutating func note(_ fields: [String], _ span: TextSpan) {
    let isFrame = fields[0].hasPrefix("frame.")
    let parts = fields[0].split(separator: ".", maxSplits: 1).map(String.init)
    let form = String(decoding: text[span.range], as: UTF8.self).lowercased()
    let flag = fields.last { $0.hasPrefix("!") }
    let neutral = fields.dropFirst(2).first { !$0.hasPrefix("!") }
    findings.append(
      (
        EntryInfo(
          lexicon: isFrame ? "frames" : parts[0], id: form.replacing(" ", with: "-"), form: form,
          category: Category(isFrame ? fields[0] : parts[0]),
          subcategory: isFrame || parts.count < 2 ? "" : parts[1],
          weight: fields.count > 1 ? Double(fields[1]) ?? 0.5 : 0.5, polarity: .neutral, neutral: neutral,
          note: neutral == nil ? "a note on \(form)" : nil, source: "Hyland 2005"), span, paragraphs.count,
        flag.flatMap { Finding.NotCounted(rawValue: String($0.dropFirst())) }
      ))
  }

  /// The scored analysis.
  func analysis(isMeasured: Bool = true) -> Analysis {
    let voiced = voiced()
    var matches: [Finding] = []
    for (entry, span, paragraph, reason) in findings {
      let segment =
        voiced.segments.firstIndex { $0.span.start <= span.start && span.start < $0.span.end } ?? 0
      var finding = Finding(
        entry: entry, span: span, paragraph: paragraph, sentence: paragraph, segment: segment,
        voice: voiced.segments[segment].voice)
      finding.counted = reason == nil
      finding.reason = reason
      matches.append(finding)
    }
    matches.sort {
      $0.span.start != $1.span.start ? $0.span.start < $1.span.start : $0.span.end > $1.span.end
    }
    let lexicons = ["evaluative", "hedge", "irony", "loaded"].map {
      LexiconInfo(
        name: $0, version: "1.0.0", language: "en", entries: 120,
        sha256: SHA256.hexadecimal(of: Array($0.utf8)),
        title: "Sample \($0) words", license: "CC-BY-4.0")
    }
    return Scorer(categories: Category.codebook)
      .score(voiced, matches: matches, lexicons: lexicons, isMeasured: isMeasured, warnings: warnings)
  }

  private func voiced() -> VoicedArticle {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var paragraphTokens: [Range<Int>] = []
    var segments: [VoiceSegment] = []
    var paragraphSegments: [Range<Int>] = []
    var tokenSegments: [Int32] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let firstToken = tokens.count
      let firstSegment = segments.count
      var at = paragraph.span.start
      while at < paragraph.span.end {
        while at < paragraph.span.end, text[at] <= 0x20 { at += 1 }
        let start = at
        while at < paragraph.span.end, text[at] > 0x20 { at += 1 }
        guard at > start else { break }
        let mark = voices.first { $0.2.start <= start && start < $0.2.end }
        let voice = mark?.0 ?? .author
        if segments.count == firstSegment || segments[segments.count - 1].voice != voice
          || segments[segments.count - 1].speaker != mark?.speaker
        {
          segments.append(
            VoiceSegment(
              span: TextSpan(start, at), tokens: tokens.count..<tokens.count + 1, voice: voice,
              kind: voice == .direct || voice == .indirect ? .speech : nil, speaker: mark?.speaker,
              via: voice == .excerpt ? mark?.speaker : nil))
        }
        let last = segments.count - 1
        segments[last].span = TextSpan(segments[last].span.start, at)
        segments[last].tokens = segments[last].tokens.lowerBound..<tokens.count + 1
        tokens.append(Token(start: UInt32(start), end: UInt32(at), word: 0, kind: .word, shape: []))
        tokenSegments.append(Int32(last))
      }
      paragraphTokens.append(firstToken..<tokens.count)
      paragraphSegments.append(firstSegment..<segments.count)
      sentences.append(
        Sentence(
          paragraph: index, span: paragraph.span, tokens: firstToken..<tokens.count,
          words: tokens.count - firstToken))
    }
    let article = Article(
      id: "sample", metadata: metadata, text: text, paragraphs: paragraphs, notes: notes)
    let segmented = SegmentedArticle(
      article: article, tokens: tokens, sentences: sentences, paragraphTokens: paragraphTokens,
      paragraphSentences: paragraphs.indices.map { $0..<$0 + 1 })
    return VoicedArticle(
      segmented: segmented, segments: segments, paragraphSegments: paragraphSegments,
      tokenSegments: tokenSegments, attributions: [], isCue: Array(repeating: false, count: tokens.count),
      sources: sources)
  }
}

extension SampleArticle {
  /// A short opinion piece on an invented town, with every role and voice that the page draws differently.
  static var harbour: SampleArticle {
    var sample = SampleArticle(title: "Harbour board bets the town’s savings on a pier")
    sample.metadata.outlet = "The Lowmoor Ledger"
    sample.metadata.byline = "Tess Arkwright"
    sample.metadata.published = "2026-03-01"
    sample.metadata.language = "en"
    sample.metadata.genre = .opinion
    sample.metadata.url = "https://ledger.example/harbour"
    sample.notes = ["The page declares no encoding; it was read as UTF-8."]
    sample.sources = [
      SourceSummary(
        name: "Mayor Ana Ruiz", kind: .named, direct: 1, indirect: 1, words: 29,
        cues: [.init(lemma: "insist", count: 1), .init(lemma: "say", count: 1)]),
      SourceSummary(
        name: "critics", kind: .collective, indirect: 1, words: 7, cues: [.init(lemma: "say", count: 1)]),
      SourceSummary(name: "The Coast Gazette", kind: .document, direct: 1, words: 33),
    ]
    sample.add(.headline, "Harbour board {bets the town’s savings|figurative.metaphor|0.5} on a pier")
    sample.add(.byline, "By Tess Arkwright")
    sample.add(.credit, "Photo: Ledger Images/R. Holt")
    sample.add(
      .body,
      "{Perhaps|hedge.shield|0.3} nobody told the harbour board that money is finite. On Tuesday its {reckless|"
        + "evaluative.judgement|0.7} chairman {rammed through|loaded.verb|0.6|passed} a plan to spend "
        + "{nearly|hedge.approximator|0.1} {eleven million|frame.economic|0} on a {vanity project|loaded.label|0.7|"
        + "building project}, and the vote took {all of|intensifier.minimizer|0.2} nine minutes.")
    sample.add(.advertisement, "Advertisement")
    sample.add(
      .body,
      "Mayor Ana Ruiz {insisted|attribution.doubting|0.4} that ⟪i Mayor Ana Ruiz|the pier would {clearly|"
        + "booster.certainty|0.4} pay for itself within {six years|frame.economic|0}.⟫ “⟪d Mayor Ana Ruiz|We are not "
        + "{gamblers|evaluative.judgement|0.4}, we are {proud|evaluative.affect|0.3} builders, and this town "
        + "{deserves|evaluative.appreciation|0.3} better than a {rotting|evaluative.appreciation|0.5} quay⟫”, she "
        + "{said|attribution.neutral|0}. {Critics say|vagueSource.collective|0.4} ⟪i critics|the figures were never "
        + "shown to anyone.⟫")
    sample.add(.subhead, "Who pays for a {monument|figurative.metaphor|0.4}?")
    sample.add(
      .body,
      "{Will {even|presupposition.focus|0.3} one {hard-working|slogan.virtue|0.6|working} family in Lowmoor see a "
        + "penny of it?|irony.rhetoricalQuestion|0.6} The board, {as usual|presupposition.focus|0.3}, had {nothing|"
        + "booster.absolute|0.3} to say. {You|engagement.readerAddress|0.3} {must|engagement.obligation|0.4} ask your "
        + "councillor. The {so-called|irony.mockery|0.7} business case runs to two pages; the Coast Gazette put it "
        + "plainly:")
    sample.add(
      .excerpt,
      "⟪e The Coast Gazette|The board’s own adviser warned in January that the traffic figures were {wildly|"
        + "intensifier.amplifier|0.4} optimistic and that a storm season like the last would {wipe out|"
        + "figurative.metaphor|0.4} the reserve within a year.⟫")
    sample.add(
      .body,
      "The Justice Department is {looking at|frame.legality|0} the tender. {Justice|evaluative.judgement|0.4|!name} "
        + "may be slow. The old pier, built in 1904, was closed for repairs after the storm and has stood empty "
        + "since the autumn, while the ferries land at the north quay and the fish market has moved to the station."
    )
    sample.add(.editorNote, "Editor’s note: an earlier version misstated the date of the vote.")
    sample.add(
      .promotion,
      "{Join the Ledger today|promotional.callToAction|0.6} and {get 40% off|promotional.offer|0.7} your first year!"
    )
    sample.add(.related, "More on the harbour: Ferry timetable changes")
    return sample
  }

  /// A news report on the same event by another invented outlet.
  static var pier: SampleArticle {
    var sample = SampleArticle(title: "Lowmoor board approves new pier")
    sample.metadata.outlet = "Coast Gazette"
    sample.metadata.published = "2026-03-02"
    sample.metadata.language = "en"
    sample.metadata.genre = .news
    sample.sources = [
      SourceSummary(
        name: "Mayor Ana Ruiz", kind: .named, direct: 1, words: 12, cues: [.init(lemma: "say", count: 1)])
    ]
    sample.add(.headline, "Lowmoor board approves new pier")
    sample.add(
      .body,
      "The harbour board voted on Tuesday to build a pier at a cost of {about|hedge.approximator|0.1} {eleven "
        + "million|frame.economic|0}. The work {may|hedge.shield|0.2} begin in May. “⟪d Mayor Ana Ruiz|We are {proud|"
        + "evaluative.affect|0.3} of this plan and we will account for every {penny|frame.economic|0}⟫”, Mayor Ana "
        + "Ruiz {said|attribution.neutral|0}.")
    sample.add(
      .body,
      "A report by the board’s adviser in January put the yearly traffic at two hundred thousand passengers and "
        + "listed the risks of storm damage. The old pier, built in 1904, was closed in October after a storm. The "
        + "ferries {still|presupposition.focus|0.2} land at the north quay. The vote took nine minutes and was not "
        + "debated. Three members voted against. The board will publish the contract in April, and the council "
        + "{must|engagement.obligation|0.3} confirm it before work begins.")
    return sample
  }
}
