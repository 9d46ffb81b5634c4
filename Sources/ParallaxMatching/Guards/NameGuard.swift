import ParallaxCore
import ParallaxLexicon

/// Tells a match that is part of a name (*Justice Department*, *Great Britain*) from one that is a word of the
/// writer's.
///
/// A capital inside a sentence makes a name, unless the entry's own form has it, the whole sentence is in
/// capitals or title case, or the word is shouted (*a TOTAL LOSER*). Where capitals prove nothing, a word that
/// heads names (*Court*, *Party*, *Act*) right behind the match still does.
struct NameGuard: Sendable {
  /// Words that head the names of institutions, laws and places.
  private let heads: [WordID]

  init(words: inout VocabularyBuilder) {
    heads = Self.headWords.map { words.intern($0) }.sorted()
  }

  /// Whether the tokens `match` are part of a name.
  ///
  /// - Parameter capitals: Words that the entry's form writes with a capital, sorted.
  func isName(_ match: Range<Int>, capitals: [WordID], in view: ArticleView) -> Bool {
    if view.casing == .capitals { return false }
    var capitalized = 0
    var isProven = false
    for index in match where view[index].kind == .word {
      let token = view[index]
      guard token.shape.contains(.capitalized), !isShouted(index, view) else {
        // A lower-case word of some content says that the phrase is no name.
        if view.isContent(index) { return false }
        continue
      }
      if capitals.holds(token.word) || (view.length(index) == 1 && view.classes(index).contains(.pronoun)) {
        continue
      }
      if view.isContent(index) || match.count == 1 { capitalized += 1 }
      if view.casing == .normal && !Self.maySimplyBegin(index, view) { isProven = true }
    }
    guard capitalized > 0 else { return false }
    return isProven || precedesHead(match.upperBound, view)
  }

  /// Whether a word that begins a sentence, a quotation or a clause behind a colon stands at `index`.
  private static func maySimplyBegin(_ index: Int, _ view: ArticleView) -> Bool {
    if view[index].shape.contains(.sentenceStart) || index == view.sentence.lowerBound { return true }
    let previous = index - 1
    guard view[previous].kind == .punctuation || view[previous].kind == .symbol else { return false }
    if view[previous].shape.contains(.openingQuote) { return true }
    return !view.isMark(previous, ",") && !view.isMark(previous, ".") && !view.isMark(previous, "'")
      && !view.isMark(previous, "(") && !view.isMark(previous, "-")
  }

  /// Whether a word is in capitals for emphasis: five letters or more, or beside others so.
  private func isShouted(_ index: Int, _ view: ArticleView) -> Bool {
    guard view[index].shape.contains(.allCapitals) else { return false }
    if view.length(index) >= 5 { return true }
    let hasLeft = index > view.sentence.lowerBound && view[index - 1].shape.contains(.allCapitals)
    let hasRight = index + 1 < view.sentence.upperBound && view[index + 1].shape.contains(.allCapitals)
    return hasLeft || hasRight
  }

  /// Words that follow a forename or title somewhere in the running text (*Karen Noble*, *Mr. Savage*).
  ///
  /// They open sentences as names do: *Noble told reporters …*. Headings, and sentences with many capitals, say
  /// nothing.
  ///
  /// - Complexity: O(n) in tokens of the article.
  static func surnames(in view: ArticleView) -> Set<WordID> {
    var found: Set<WordID> = []
    var candidates: [WordID] = []
    let paragraphs = view.voiced.article.paragraphs
    for sentence in view.voiced.segmented.sentences {
      let role = paragraphs[sentence.paragraph].role
      if role == .headline || role == .subhead { continue }
      candidates.removeAll(keepingCapacity: true)
      var capitals = 0
      var small = 0
      for index in sentence.tokens where view[index].kind == .word && view.length(index) >= 4 {
        guard view[index].shape.contains(.capitalized) else {
          small += 1
          continue
        }
        capitals += 1
        guard index > sentence.tokens.lowerBound, view.word(index) != 0,
          view[index].shape.isDisjoint(with: [.sentenceStart, .allCapitals])
        else { continue }
        if followsForename(index, view, from: sentence.tokens.lowerBound) {
          candidates.append(view.word(index))
        }
      }
      if small * 2 >= capitals { found.formUnion(candidates) }
    }
    return found
  }

  /// Whether a capitalized word, or one with a stop (*Mr.*, *J.*), stands right before `index`.
  private static func followsForename(_ index: Int, _ view: ArticleView, from first: Int) -> Bool {
    var previous = index - 1
    if view.isMark(previous, ".") { previous -= 1 }
    guard previous >= first, view[previous].kind == .word else { return false }
    return view[previous].shape.contains(.capitalized)
      && (previous == index - 1 || view.length(previous) <= 4)
      && view.isContent(previous)
  }

  private func precedesHead(_ index: Int, _ view: ArticleView) -> Bool {
    guard index < view.sentence.upperBound, view[index].shape.contains(.capitalized) else { return false }
    return heads.holds(view.word(index))
  }

  private static let headWords = [
    "academy", "act", "administration", "agency", "alliance", "army", "assembly", "association", "authority",
    "bank", "bay", "board", "britain", "bureau", "canyon", "caucus", "center", "centre", "church", "city",
    "coalition", "college", "commission", "committee", "company", "conference", "congress", "constitution",
    "corporation", "corps", "council", "county", "court", "courts", "day", "democrat", "democrats",
    "department",
    "depression", "district", "division", "doctrine", "falls", "federation", "force", "forces", "foundation",
    "front", "fund", "group", "guard", "hospital", "house", "inc", "institute", "institution", "island",
    "islands", "lake", "lakes", "league", "library", "ministry", "mountains", "movement", "museum", "nations",
    "network", "office", "organization", "organisation", "palace", "parliament", "party", "plains", "post",
    "prison", "project", "recession", "reef", "republic", "reserve", "river", "school", "senate", "service",
    "society", "square", "street", "times", "treaty", "tribunal", "trust", "union", "university", "wall",
    "war",
  ]
}

extension ArticleView {
  /// How the current sentence uses capitals, looking at no more than its first 64 words.
  func measuredCasing() -> SentenceCasing {
    var long = 0
    var longCapitals = 0
    var letters = 0
    var shouted = 0
    for index in sentence.prefix(80) where tokens[index].kind == .word {
      let shape = tokens[index].shape
      if length(index) >= 2 {
        letters += 1
        if shape.contains(.allCapitals) { shouted += 1 }
      }
      if length(index) >= 4 && !shape.contains(.sentenceStart) {
        long += 1
        if shape.contains(.capitalized) { longCapitals += 1 }
      }
    }
    if shouted >= 2 && shouted * 10 >= letters * 8 { return .capitals }
    // Short headings of two words count too; running text of two long names and no other word is rare.
    let enough = role == .headline || role == .subhead ? 2 : 4
    if long >= enough && longCapitals * 4 >= long * 3 { return .title }
    return .normal
  }
}
