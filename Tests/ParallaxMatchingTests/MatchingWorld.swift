import ParallaxCore
import ParallaxLexicon
import ParallaxSegmentation
import Testing

@testable import ParallaxMatching

/// A matcher over a few entries written in a test, and texts to run it on.
struct MatchingWorld {
  let matcher: Matcher
  let segmenter: Segmenter
  let vocabulary: Vocabulary

  /// Entries as lines of `form ¦ category.subcategory ¦ weight ¦ polarity ¦ guard ¦ attributes`; all but the
  /// form may be left out.
  init(_ lines: [String], options: MatchingOptions = .init()) throws {
    try self.init(lexicons: [Self.lexicon(lines)], options: options)
  }

  init(lexicons: [Lexicon], options: MatchingOptions = .init()) {
    var words = VocabularyBuilder()
    segmenter = Segmenter(words: &words)
    matcher = Matcher(lexicons: lexicons, words: &words, options: options)
    vocabulary = words.build()
  }

  static func lexicon(_ lines: [String], name: String = "test") throws -> Lexicon {
    var entries: [Entry] = []
    for (index, line) in lines.enumerated() {
      var fields = line.split(separator: "¦", omittingEmptySubsequences: false).map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      while fields.count < 6 { fields.append("") }
      let kind = (fields[1].isEmpty ? "evaluative.judgement" : fields[1]).split(separator: ".").map(
        String.init)
      let isFrame = kind[0] == "frame"
      let attributes = fields[5].split(separator: ";").map { pair in
        let parts = pair.split(separator: "=").map(String.init)
        return (key: parts[0], value: parts[1])
      }
      let info = EntryInfo(
        lexicon: name, id: fields[0], form: fields[0],
        category: Category(isFrame ? "frame." + kind[1] : kind[0]),
        subcategory: isFrame || kind.count < 2 ? "" : kind[1], weight: Double(fields[2]) ?? 0.5,
        polarity: Polarity(rawValue: fields[3]) ?? .negative, attributes: attributes)
      entries.append(
        Entry(
          info: info, pattern: try PatternParser.parse(fields[0]), guards: try GuardParser.parse(fields[4]),
          line: index + 2))
    }
    let info = LexiconInfo(
      name: name, version: "1", language: "en", entries: entries.count, sha256: "", title: name, license: "")
    return Lexicon(info: info, path: name, entries: entries)
  }

  /// An article of paragraphs in one role.
  static func article(_ paragraphs: [String], role: Role = .body) -> Article {
    var text: [UInt8] = []
    var made: [Paragraph] = []
    for paragraph in paragraphs {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let start = text.count
      text += Array(paragraph.utf8)
      made.append(Paragraph(role: role, span: TextSpan(start, text.count)))
    }
    return Article(
      id: "test", metadata: Metadata(source: "test", format: .text), text: text, paragraphs: made)
  }

  /// The article with every word in the author's voice, but for stretches between ⟪ and ⟫ in `text`, which
  /// are somebody's direct words, and between ⟨ and ⟩, which are a cue.
  func voiced(_ paragraphs: [String], role: Role = .body) -> VoicedArticle {
    var direct: [TextSpan] = []
    var cues: [TextSpan] = []
    var plain: [String] = []
    var offset = 0
    for paragraph in paragraphs {
      var text = ""
      var start = 0
      for character in paragraph {
        switch character {
        case "⟪", "⟨": start = offset + text.utf8.count
        case "⟫": direct.append(TextSpan(start, offset + text.utf8.count))
        case "⟩": cues.append(TextSpan(start, offset + text.utf8.count))
        default: text.append(character)
        }
      }
      plain.append(text)
      offset += text.utf8.count + 2
    }
    let segmented = segmenter.segment(Self.article(plain, role: role), vocabulary: vocabulary)
    var segments: [VoiceSegment] = []
    var ranges: [Range<Int>] = []
    var tokenSegments = [Int32](repeating: 0, count: segmented.tokens.count)
    for tokens in segmented.paragraphTokens {
      let first = segments.count
      for index in tokens {
        let token = segmented.tokens[index]
        let voice = direct.contains { $0.contains(token.span) } ? Voice.direct : .author
        if let last = segments.indices.last, segments.count > first, segments[last].voice == voice {
          segments[last].tokens = segments[last].tokens.lowerBound..<index + 1
          segments[last].span = TextSpan(segments[last].span.start, token.span.end)
        } else {
          segments.append(VoiceSegment(span: token.span, tokens: index..<index + 1, voice: voice))
        }
        tokenSegments[index] = Int32(segments.count - 1)
      }
      ranges.append(first..<segments.count)
    }
    let isCue = segmented.tokens.map { token in cues.contains { $0.contains(token.span) } }
    return VoicedArticle(
      segmented: segmented, segments: segments, paragraphSegments: ranges, tokenSegments: tokenSegments,
      attributions: [], isCue: isCue, sources: [])
  }

  /// The article with every word in the author's voice.
  static func inAuthorsVoice(_ segmented: SegmentedArticle) -> VoicedArticle {
    var segments: [VoiceSegment] = []
    var ranges: [Range<Int>] = []
    var tokenSegments = [Int32](repeating: 0, count: segmented.tokens.count)
    for tokens in segmented.paragraphTokens {
      let first = segments.count
      if let start = tokens.first, let end = tokens.last {
        let span = TextSpan(segmented.tokens[start].span.start, segmented.tokens[end].span.end)
        for index in tokens { tokenSegments[index] = Int32(first) }
        segments.append(VoiceSegment(span: span, tokens: tokens, voice: .author))
      }
      ranges.append(first..<segments.count)
    }
    return VoicedArticle(
      segmented: segmented, segments: segments, paragraphSegments: ranges, tokenSegments: tokenSegments,
      attributions: [], isCue: [Bool](repeating: false, count: segmented.tokens.count), sources: [])
  }

  func findings(_ text: String, role: Role = .body) -> [Finding] {
    matcher.match(voiced([text], role: role), vocabulary: vocabulary)
  }

  /// The text with what was found marked: `{counted}`, `<reason:not counted>`.
  func marked(
    _ text: String, role: Role = .body, showsReasons: Bool = false, lexicon: String = "test"
  ) -> String {
    let article = voiced([text], role: role)
    let bytes = article.article.text
    let findings = matcher.match(article, vocabulary: vocabulary)
      .filter { $0.entry.lexicon == lexicon && ($0.counted || showsReasons) }
      .sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var opens: [Int: String] = [:]
    var closes: [Int: String] = [:]
    for finding in findings {
      let mark = finding.counted ? "{" : "<\(finding.reason?.rawValue ?? "?"):"
      opens[finding.span.start, default: ""] += mark
      closes[finding.span.end] = (finding.counted ? "}" : ">") + closes[finding.span.end, default: ""]
    }
    var result: [UInt8] = []
    for offset in 0...bytes.count {
      result += Array((closes[offset] ?? "").utf8)
      result += Array((opens[offset] ?? "").utf8)
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Expects the findings to stand exactly where the braces are.
  func expect(
    _ marked: String, role: Role = .body, showsReasons: Bool = false, lexicon: String = "test",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var plain = ""
    var rest = Substring(marked)
    while let next = rest.first {
      if showsReasons, next == "<", let colon = rest.firstIndex(of: ":") {
        rest = rest[rest.index(after: colon)...]
      } else {
        if next != "{" && next != "}" && !(showsReasons && next == ">") { plain.append(next) }
        rest = rest.dropFirst()
      }
    }
    let found = self.marked(plain, role: role, showsReasons: showsReasons, lexicon: lexicon)
    let voiceless = marked.filter { !"⟪⟫⟨⟩".contains($0) }
    #expect(found == voiceless, sourceLocation: sourceLocation)
  }
}
