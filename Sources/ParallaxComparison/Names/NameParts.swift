/// What a source's or target's words hold of a name: *Premier Helene Marrow*, *the union boss*, *Marrow’s*.
///
/// Works on words alone, so that names of different articles, and of a user's file, are read alike.
struct NameParts: Equatable {
  /// The words of the name as written, without titles; empty where there is none.
  var name: [String]
  /// The noun a description ends in, in lower case (*boss* of *the union boss of Vale*); nil for names.
  var head: String?
  /// Said of one who is known: *the …*, *her …*, or a bare title.
  var isDefinite: Bool

  /// The name's words in lower case.
  var key: [String] { name.map { $0.lowercased() } }

  init(_ text: String) {
    // *A nurse at the hospital, Mina Okoro*: of the parts between commas, the one with the longest name.
    let parts = text.split(separator: ",").map { Self.read(Self.words(String($0))) }
    let best = parts.enumerated().max {
      ($0.element.name.count, -$0.offset) < ($1.element.name.count, -$1.offset)
    }
    self = best?.element ?? Self.read([])
    if name.isEmpty, let first = parts.first { self = first }
  }

  private init(name: [String], head: String?, isDefinite: Bool) {
    self.name = name
    self.head = head
    self.isDefinite = isDefinite
  }

  private static func read(_ words: [String]) -> NameParts {
    guard let first = words.first else { return NameParts(name: [], head: nil, isDefinite: false) }
    let lead = first.lowercased()
    let isDefinite = definite.contains(lead)
    let rest = definite.contains(lead) || indefinite.contains(lead) ? Array(words.dropFirst()) : words
    // Up to the first preposition, so that *mayor of Vale* is no name.
    let stop = rest.firstIndex { prepositions.contains($0) } ?? rest.count
    var run = Array(rest[..<stop].reversed().prefix { isCapitalized($0) }.reversed())
    // *Ministry of Defence*: a capital on either side makes one name.
    if stop == run.count, !run.isEmpty {
      var end = stop
      while end + 1 < rest.count, prepositions.contains(rest[end]), isCapitalized(rest[end + 1]) {
        end += 2
        while end < rest.count, isCapitalized(rest[end]) { end += 1 }
      }
      run = Array(rest[..<end])
    }
    while let title = run.first, titles.contains(title.lowercased()) { run.removeFirst() }
    if !run.isEmpty { return NameParts(name: run, head: nil, isDefinite: isDefinite) }
    return NameParts(
      name: [], head: stop > 0 ? rest[stop - 1].lowercased() : nil,
      isDefinite: isDefinite || stop == 1 && titles.contains(lead))
  }

  /// The words of a text, without marks at their ends and without a final possessive.
  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).compactMap { piece in
      var word = piece
      while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
      while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
      for ending in ["’s", "'s"] where word.hasSuffix(ending) { word = word.dropLast(2) }
      return word.isEmpty ? nil : String(word)
    }
  }

  private static func isCapitalized(_ word: String) -> Bool { word.first?.isUppercase ?? false }

  private static func list(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  static let definite = list("the this that his her their its our my your")
  static let indefinite = list("a an some any another one no each every")
  static let prepositions = list(
    "of for in on at by with from to about against over under who whom which that whose and or")
  static let titles = list(
    """
    mr mrs ms mx miss dr prof professor sen senator rep representative congressman congresswoman gov governor \
    gen general lt col colonel maj major capt captain sgt sergeant rev reverend fr hon pres president premier \
    chancellor king queen prince princess pope lord lady sir dame judge justice secretary minister mayor \
    ambassador chairman chairwoman chair sheriff officer detective former deputy vice prime chief director
    """)
}
