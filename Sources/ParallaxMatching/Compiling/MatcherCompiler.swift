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
  /// Categories with their subcategories in order of first sight, and the number of each entry's.
  private(set) var kinds: [EntryKind] = []
  private(set) var kindNumbers: [UInt32] = []
  private var numbersOfKinds: [EntryKind: UInt32] = [:]

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
    }
    if let compiled = CompiledGuards.make(of: entry, words: &words) {
      made.guards = Int32(guards.count)
      guards.append(compiled)
    }
    if !entry.pattern.capitals.isEmpty {
      made.capitals = Int32(capitals.count)
      capitals.append(Self.capitals(of: entry, words: &words))
    }
    append(made, entry.info)
    return UInt32(infos.count - 1)
  }

  /// The words that the entry's form writes with a capital, sorted.
  static func capitals(of entry: Entry, words: inout VocabularyBuilder) -> [WordID] {
    entry.pattern.capitals.map { words.intern($0) }.sorted()
  }

  private mutating func append(_ made: EntryFacts, _ info: EntryInfo) {
    facts.append(made)
    infos.append(info)
    let kind = EntryKind(category: info.category, subcategory: info.subcategory)
    if let last = kindNumbers.last, kinds[Int(last)] == kind {
      kindNumbers.append(last)
      return
    }
    let number = numbersOfKinds[kind] ?? UInt32(kinds.count)
    if Int(number) == kinds.count {
      numbersOfKinds[kind] = number
      kinds.append(kind)
    }
    kindNumbers.append(number)
  }

  /// Adds a detector's entry.
  mutating func add(detector info: EntryInfo, lexicon: Int) {
    var made = make(info, lexicon: lexicon)
    made.flags.insert(.allowsNames)
    if info.category == .promotional { made.flags.insert(.wholeOffer) }
    made.negation = 0
    append(made, info)
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
    if options.leavesOut(info.category, info.subcategory) { flags.insert(.leftOut) }
    if !isCodebook { flags.insert(.ownLayer) }
    return EntryFacts(
      flags: flags, precedence: UInt8(precedence), negation: NegationEffect.place(for: info.category),
      category: UInt16(truncatingIfNeeded: number), lexicon: UInt16(truncatingIfNeeded: lexicon),
      weight: info.weight, factor: info.category == .intensifier ? Self.factor(info) : 0,
      stance: info.category == .stance ? 1 : 0)
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

  private func isSuppressed(_ info: EntryInfo) -> Bool {
    if options.suppressed.isEmpty { return false }
    return options.suppressed.contains(info.id) || options.suppressed.contains(info.lexicon + ":" + info.id)
  }
}

/// What kind of thing an entry finds.
struct EntryKind: Hashable {
  var category: Category
  var subcategory: String
}

extension MatchingOptions {
  /// Whether a category is none of those asked for.
  func leavesOut(_ category: Category, _ subcategory: String) -> Bool {
    if only.isEmpty || category == .stance { return false }
    if category.isFrame && only.contains("frame") { return false }
    return !only.contains(category.name) && !only.contains(category.name + "." + subcategory)
  }
}

extension CompiledGuards {
  /// The guards of an entry; nil where it has none beside names and negation, which are no conditions.
  static func make(of entry: Entry, words: inout VocabularyBuilder) -> CompiledGuards? {
    var plain = entry.guards
    plain.allowsNames = false
    plain.ignoresNegation = false
    return plain.isEmpty ? nil : CompiledGuards(entry.guards, words: &words)
  }
}
