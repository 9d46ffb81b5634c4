import ParallaxCore
import ParallaxLexicon

/// Turns entries into what the matcher needs of them.
struct MatcherCompiler {
  private(set) var entries: [CompiledEntry] = []
  /// Categories in order of first sight.
  private(set) var categories: [Category] = []

  private let options: MatchingOptions
  private var categoryNumbers: [Category: Int] = [:]
  private var last: (category: Category, number: Int, precedence: Int)?

  init(options: MatchingOptions) { self.options = options }

  /// Compiles an entry and gives its number.
  mutating func add(_ entry: Entry, lexicon: Int, words: inout VocabularyBuilder) -> UInt32 {
    var compiled = make(entry.info, lexicon: lexicon)
    if !entry.guards.isEmpty {
      compiled.allowsNames = entry.guards.allowsNames
      if entry.guards.ignoresNegation { compiled.negation = nil }
      compiled.guards = CompiledGuards(entry.guards, words: &words)
    }
    if !entry.pattern.capitals.isEmpty {
      compiled.capitals = entry.pattern.capitals.map { words.intern($0) }.sorted()
    }
    entries.append(compiled)
    return UInt32(entries.count - 1)
  }

  /// Adds a detector's entry.
  mutating func add(detector info: EntryInfo, lexicon: Int) {
    var compiled = make(info, lexicon: lexicon)
    compiled.allowsNames = true
    compiled.negation = nil
    entries.append(compiled)
  }

  private mutating func make(_ info: EntryInfo, lexicon: Int) -> CompiledEntry {
    let (number, precedence) = numbers(of: info.category)
    let isCodebook = precedence < Category.codebook.count
    return CompiledEntry(
      info: info, guards: nil, capitals: [], layer: isCodebook ? 0 : number + 1, category: number,
      precedence: precedence, lexicon: lexicon, isDevice: CompiledEntry.isDevice(info),
      factor: info.category == .intensifier ? Self.factor(info) : nil, allowsNames: false,
      negation: NegationEffect.on(info.category), isSuppressed: isSuppressed(info),
      isLeftOut: isLeftOut(info))
  }

  private mutating func numbers(of category: Category) -> (number: Int, precedence: Int) {
    if let last, last.category == category { return (last.number, last.precedence) }
    let number = categoryNumbers[category] ?? categories.count
    if number == categories.count {
      categoryNumbers[category] = number
      categories.append(category)
    }
    last = (category, number, category.precedence)
    return (number, category.precedence)
  }

  /// The `factor` of an intensifier.
  private static func factor(_ info: EntryInfo) -> Double? {
    guard let text = info.attributes.first(where: { $0.key == "factor" })?.value else { return nil }
    return Double(text).flatMap { $0.isFinite && $0 > 0 && $0 != 1 ? $0 : nil }
  }

  private func isLeftOut(_ info: EntryInfo) -> Bool {
    if options.only.isEmpty { return false }
    return !options.only.contains(info.category.name)
      && !options.only.contains(info.category.name + "." + info.subcategory)
  }

  private func isSuppressed(_ info: EntryInfo) -> Bool {
    if options.suppressed.isEmpty { return false }
    return options.suppressed.contains(info.id) || options.suppressed.contains(info.lexicon + ":" + info.id)
  }
}

/// Words that some wildcard covers.
enum WildcardCover {
  /// Words of a vocabulary under construction that one of its wildcards may cover, for a closer look later.
  ///
  /// - Complexity: O(words).
  static func coveredWords(_ words: VocabularyBuilder) -> [WordID] {
    var heads: Set<[UInt8]> = []
    var tails: Set<[UInt8]> = []
    for id in 1..<words.limit {
      let text = words.string(of: id).utf8
      guard text.count > 3 else { continue }
      if text.last == UInt8(ascii: "*") { heads.insert(Array(text.prefix(3))) }
      if text.first == UInt8(ascii: "*") { tails.insert(Array(text.suffix(3))) }
    }
    if heads.isEmpty && tails.isEmpty { return [] }
    var headBits = [Bool](repeating: false, count: 4096)
    var tailBits = headBits
    for head in heads { headBits[place(head[0], head[1], head[2])] = true }
    for tail in tails { tailBits[place(tail[0], tail[1], tail[2])] = true }
    var covered: [WordID] = []
    for id in 1..<words.limit {
      var text = words.string(of: id)
      let isCovered = text.withUTF8 { bytes in
        guard bytes.count >= 3 else { return false }
        let end = bytes.count
        return headBits[place(bytes[0], bytes[1], bytes[2])]
          || tailBits[place(bytes[end - 3], bytes[end - 2], bytes[end - 1])]
      }
      if isCovered { covered.append(id) }
    }
    return covered
  }

  private static func place(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    Int((UInt32(a) &* 0x9E5 &+ UInt32(b) &* 0x3B &+ UInt32(c)) & 4095)
  }
}
