import ParallaxCore
import ParallaxLexicon

/// Turns entries into what the matcher needs of them.
struct MatcherCompiler {
  /// Categories in order of first sight.
  private(set) var categories: [Category] = []

  private let options: MatchingOptions
  private var facts: [EntryFacts] = []
  private var infos: [EntryInfo] = []
  private var guards: [CompiledGuards] = []
  private var capitals: [[WordID]] = []
  private var categoryNumbers: [Category: Int] = [:]
  private var last: (category: Category, number: Int, precedence: Int)?

  init(options: MatchingOptions) { self.options = options }

  /// Number of entries so far.
  var count: Int { infos.count }

  /// The finished table.
  func table() -> EntryTable { EntryTable(facts: facts, infos: infos, guards: guards, capitals: capitals) }

  /// Compiles an entry and gives its number.
  mutating func add(_ entry: Entry, lexicon: Int, words: inout VocabularyBuilder) -> UInt32 {
    var made = make(entry.info, lexicon: lexicon)
    if !entry.guards.isEmpty {
      if entry.guards.allowsNames { made.flags.insert(.allowsNames) }
      if entry.guards.ignoresNegation { made.negation = 0 }
      if entry.guards.asksForMore {
        made.guards = Int32(guards.count)
        guards.append(CompiledGuards(entry.guards, words: &words))
      }
    }
    if !entry.pattern.capitals.isEmpty {
      made.capitals = Int32(capitals.count)
      capitals.append(entry.pattern.capitals.map { words.intern($0) }.sorted())
    }
    facts.append(made)
    infos.append(entry.info)
    return UInt32(infos.count - 1)
  }

  /// Adds a detector's entry.
  mutating func add(detector info: EntryInfo, lexicon: Int) {
    var made = make(info, lexicon: lexicon)
    made.flags.insert(.allowsNames)
    if info.category == .promotional { made.flags.insert(.wholeOffer) }
    made.negation = 0
    facts.append(made)
    infos.append(info)
  }

  private mutating func make(_ info: EntryInfo, lexicon: Int) -> EntryFacts {
    let (number, precedence) = numbers(of: info.category)
    let isCodebook = precedence < Category.codebook.count
    var flags: EntryFacts.Flags = []
    let isQuestion = info.category == .irony && info.subcategory == "rhetoricalQuestion"
    if info.category == .promotional || isQuestion { flags.insert(.device) }
    if info.category == .promotional { flags.insert(.promotional) }
    if info.category == .engagement { flags.insert(.engagement) }
    if isSuppressed(info) { flags.insert(.suppressed) }
    if isLeftOut(info) { flags.insert(.leftOut) }
    return EntryFacts(
      flags: flags, precedence: UInt8(precedence), negation: NegationEffect.place(for: info.category),
      layer: isCodebook ? 0 : UInt16(truncatingIfNeeded: number + 1),
      category: UInt16(truncatingIfNeeded: number), lexicon: UInt16(truncatingIfNeeded: lexicon), guards: -1,
      capitals: -1, weight: info.weight, factor: info.category == .intensifier ? Self.factor(info) : 0)
  }

  private mutating func numbers(of category: Category) -> (number: Int, precedence: Int) {
    if let last, last.category == category { return (last.number, last.precedence) }
    let number = categoryNumbers[category] ?? categories.count
    if number == categories.count {
      categoryNumbers[category] = number
      categories.append(category)
    }
    let precedence = category.precedence
    last = (category, number, precedence)
    return (number, precedence)
  }

  /// The `factor` of an intensifier; 0 when it has none that changes anything.
  private static func factor(_ info: EntryInfo) -> Double {
    guard let text = info.attributes.first(where: { $0.key == "factor" })?.value else { return 0 }
    let value = Double(text) ?? 0
    return value.isFinite && value > 0 && value != 1 ? value : 0
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

extension Guards {
  /// Whether they ask for more than names and negation, which are no conditions.
  fileprivate var asksForMore: Bool {
    var plain = self
    plain.allowsNames = false
    plain.ignoresNegation = false
    return !plain.isEmpty
  }
}
