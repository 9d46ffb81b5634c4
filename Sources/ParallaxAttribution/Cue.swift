import ParallaxCore

/// A word or phrase that attributes content to a source, and how it is used.
struct Cue: Sendable {
  /// What kind of act it reports.
  var kind: AttributionKind
  /// What may follow it.
  var constructions: Constructions
  /// Prepositions that may join it, as bits of `WordEntry.preposition`.
  var prepositions: UInt16

  /// Whether a quotation or passage may follow at block length.
  var announces: Bool { kind == .speech && !constructions.isDisjoint(with: [.clause, .final, .quoted]) }

  /// What may follow a cue; see `CueVerbs.table`.
  struct Constructions: OptionSet, Sendable {
    let rawValue: UInt32
    static let clause = Constructions(rawValue: 1)
    static let that = Constructions(rawValue: 2)
    static let question = Constructions(rawValue: 4)
    static let final = Constructions(rawValue: 8)
    static let quoted = Constructions(rawValue: 16)
    static let hearer = Constructions(rawValue: 32)
    static let object = Constructions(rawValue: 64)
    static let predicate = Constructions(rawValue: 128)
    static let infinitive = Constructions(rawValue: 256)
    static let hearerInfinitive = Constructions(rawValue: 512)
    static let gerund = Constructions(rawValue: 1024)
    static let raising = Constructions(rawValue: 2048)
    static let passive = Constructions(rawValue: 4096)
    static let naming = Constructions(rawValue: 8192)
    /// Any that takes a noun phrase as content.
    static let anyObject: Constructions = [.object, .predicate, .naming]

    static let names: [String: Constructions] = [
      "clause": .clause, "that": .that, "question": .question, "final": .final, "quoted": .quoted,
      "hearer": .hearer, "object": .object, "as": .predicate, "infinitive": .infinitive,
      "naming": .naming, "hearerInfinitive": .hearerInfinitive, "gerund": .gerund, "raising": .raising,
      "passive": .passive,
    ]
  }

  /// Prepositions that cues may take, in the order of their bits.
  static let prepositionList = [
    "of", "for", "about", "on", "against", "with", "to", "at", "over", "in", "upon", "by", "from", "out",
    "into", "aloud",
  ]

  /// Reads a line of a table: lemma, kind, constructions.
  ///
  /// - Returns: The cue with its base form and particle (`point out`), nil for a line that is none.
  static func read(line: Substring) -> (lemma: String, cue: Cue)? {
    let fields = line.split(separator: " ")
    guard fields.count >= 2, let kind = AttributionKind(rawValue: String(fields[1])) else { return nil }
    let lemma = fields[0].split(separator: "_").joined(separator: " ")
    return (lemma, Cue(kind: kind, fields: fields.dropFirst(2)))
  }

  init(kind: AttributionKind, constructions: Constructions, prepositions: UInt16) {
    self.kind = kind
    self.constructions = constructions
    self.prepositions = prepositions
  }

  private init(kind: AttributionKind, fields: ArraySlice<Substring>) {
    self.kind = kind
    constructions = []
    prepositions = 0
    for field in fields {
      if let construction = Constructions.names[String(field)] {
        constructions.insert(construction)
      } else if let place = Self.prepositionList.firstIndex(of: String(field)) {
        prepositions |= 1 << UInt16(place)
      }
    }
  }
}
