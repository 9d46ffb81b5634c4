import ParallaxCore
import ParallaxScoring

/// How often each word, phrase or lexicon entry stands in each article, in the authors' own words.
///
/// Words and phrases are folded to lower case; numbers, clitics and addresses are left out. A phrase is two or
/// three words of one sentence in one voice, without a function word or a mark at its ends or between.
struct WordingCounts {
  /// A place where an item stands.
  struct Place {
    var article: Int
    var span: TextSpan
  }

  /// One word, phrase or entry.
  struct Item {
    var text: String
    /// Hits by article of the comparison.
    var hits: [(article: Int, count: Int)] = []
    /// The first places, few of each article.
    var places: [Place] = []
    /// Share in general English, of phrases as if their words fell together by chance.
    var background: Double

    /// Counts one place.
    mutating func add(_ article: Int, _ span: TextSpan) {
      if hits.last?.article != article {
        hits.append((article, 1))
        places.append(Place(article: article, span: span))
      } else {
        hits[hits.count - 1].count += 1
        if hits[hits.count - 1].count <= Self.placesPerArticle {
          places.append(Place(article: article, span: span))
        }
      }
    }

    private static let placesPerArticle = 3
  }

  var words: [Item] = []
  var phrases: [Item] = []
  var entries: [Item] = []
  /// Words in the author's voice by article.
  var totals: [Int]

  private let background: BackgroundWords
  private var wordNumbers: [String: Int] = [:]
  private var phraseNumbers: [PhraseKey: Int] = [:]
  private var entryNumbers: [String: Int] = [:]

  /// Numbers of two words, or of three.
  private struct PhraseKey: Hashable {
    var first: Int32
    var second: Int32
    var third: Int32
  }

  init(_ comparison: OutletComparison, background: BackgroundWords) {
    self.background = background
    totals = Array(repeating: 0, count: comparison.analyses.count)
    for article in comparison.outlets.flatMap(\.articles).sorted() {
      count(comparison.analyses[article], article)
    }
  }

  private mutating func count(_ analysis: Analysis, _ article: Int) {
    let segmented = analysis.voiced.segmented
    for sentence in segmented.sentences {
      guard analysis.article.paragraphs[sentence.paragraph].role.isEditorial else { continue }
      var run: [(word: Int32, token: Int)] = []
      for index in sentence.tokens {
        let token = segmented.tokens[index]
        guard analysis.voiced.voice(ofToken: index) == .author else {
          run.removeAll(keepingCapacity: true)
          continue
        }
        if token.isCounted { totals[article] += 1 }
        guard token.kind == .word else {
          if token.kind != .clitic { run.removeAll(keepingCapacity: true) }
          continue
        }
        guard let number = word(segmented, token) else {
          run.removeAll(keepingCapacity: true)
          continue
        }
        words[Int(number)].add(article, token.span)
        run.append((number, index))
        phrases(endingRun: run, segmented, article)
      }
    }
    for finding in analysis.findings where finding.voice == .author && !finding.entry.category.isFrame {
      let key = finding.entry.lexicon + "\u{0}" + finding.entry.id
      if let known = entryNumbers[key] {
        entries[known].add(article, finding.span)
      } else {
        entryNumbers[key] = entries.count
        var item = Item(text: finding.entry.form, background: BackgroundWords.rarest)
        item.add(article, finding.span)
        entries.append(item)
      }
    }
  }

  /// The number of a word; nil for one that begins with no letter, such as a combining mark alone.
  private mutating func word(_ segmented: SegmentedArticle, _ token: Token) -> Int32? {
    let text = Self.folded(segmented, token)
    guard text.first?.isLetter ?? false else { return nil }
    if let known = wordNumbers[text] { return Int32(known) }
    wordNumbers[text] = words.count
    words.append(Item(text: text, background: background.share(of: text)))
    return Int32(words.count - 1)
  }

  private mutating func phrases(
    endingRun run: [(word: Int32, token: Int)], _ segmented: SegmentedArticle, _ article: Int
  ) {
    guard let last = run.last, !FunctionWords.contains(words[Int(last.word)].text) else { return }
    for length in 2...3 where run.count >= length {
      let parts = run.suffix(length).map(\.word)
      guard !FunctionWords.contains(words[Int(parts[0])].text) else { continue }
      let key = PhraseKey(first: parts[0], second: parts[1], third: length == 3 ? parts[2] : -1)
      let first = segmented.tokens[run[run.count - length].token]
      let span = TextSpan(Int(first.start), Int(segmented.tokens[last.token].end))
      if let known = phraseNumbers[key] {
        phrases[known].add(article, span)
      } else {
        phraseNumbers[key] = phrases.count
        let texts = parts.map { words[Int($0)].text }
        var item = Item(
          text: texts.joined(separator: " "),
          background: parts.reduce(1) { $0 * words[Int($1)].background })
        item.add(article, span)
        phrases.append(item)
      }
    }
  }

  /// A word in lower case, with straight apostrophes.
  private static func folded(_ segmented: SegmentedArticle, _ token: Token) -> String {
    let bytes = segmented.article.text[token.span.range]
    if token.shape.contains(.nonASCII) {
      return String(decoding: bytes, as: UTF8.self).lowercased().replacing("’", with: "'")
    }
    return String(decoding: bytes.map { $0 &- 65 < 26 ? $0 | 32 : $0 }, as: UTF8.self)
  }
}

/// Words that hold sentences together, with which no phrase begins or ends.
enum FunctionWords {
  static func contains(_ word: String) -> Bool { list.contains(word) }

  private static let list = Set(
    """
    a about above across after again against all also although am among an and another any anybody anyone \
    anything are around as at be became because been before being below between both but by can cannot could \
    did do does doing down during each either else enough even ever every everybody everyone everything few \
    for from further had has have having he her here hers herself him himself his how however i if in into is \
    it its itself just least less like made make many may me might mine more most much must my myself near \
    neither never no nobody none nor not nothing now of off on once one only onto or other others our ours \
    ourselves out over own per perhaps quite rather same shall she should since so some somebody someone \
    something still such than that the their theirs them themselves then there these they this those though \
    through thus to together too toward towards two under until up upon us very via was we were what whatever \
    when where whether which while who whom whose why will with within without would yet you your yours \
    yourself yourselves isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't \
    shouldn't hasn't haven't hadn't
    """.split(separator: " ").map(String.init))
}
