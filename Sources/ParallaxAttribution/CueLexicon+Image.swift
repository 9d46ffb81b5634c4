import ParallaxCore

extension CueLexicon {
  /// A cue, or a particle with its verb, as an image holds it.
  private struct FlatCue: BitwiseCopyable {
    var constructions: UInt32
    var prepositions: UInt16
    /// Place in `AttributionKind.allCases`.
    var kind: UInt16
  }

  private struct FlatParticle: BitwiseCopyable {
    var word: WordID
    var verb: UInt16
    var cue: Int16
  }

  /// Takes what `write(to:)` wrote; nil when the image does not hold what it should.
  convenience init?(_ image: inout ImageReader) {
    guard let flatCues = image.read(FlatCue.self), let verbCues = image.read(Int16.self),
      let particles = image.read(FlatParticle.self), let lemmas = image.readStrings(),
      let entries = image.read(WordEntry.self), let linking = image.read(WordID.self),
      lemmas.count == flatCues.count
    else { return nil }
    let kinds = AttributionKind.allCases
    var cues: [Cue] = []
    cues.reserveCapacity(flatCues.count)
    for flat in flatCues.buffer {
      guard Int(flat.kind) < kinds.count else { return nil }
      cues.append(
        Cue(
          kind: kinds[Int(flat.kind)], constructions: .init(rawValue: flat.constructions),
          prepositions: flat.prepositions))
    }
    var verbs = verbCues.buffer.map { Verb(cue: $0) }
    for particle in particles.buffer {
      guard Int(particle.verb) < verbs.count else { return nil }
      verbs[Int(particle.verb)].particles.append((particle.word, particle.cue))
    }
    self.init(
      cues: cues, verbs: verbs, lemmas: lemmas, entries: Array(entries.buffer),
      linking: Set(linking.buffer))
  }

  /// Writes what `init(_:)` reads.
  func write(to image: inout ImageWriter) {
    image.append(
      cues.map { cue in
        FlatCue(
          constructions: cue.constructions.rawValue, prepositions: cue.prepositions,
          kind: UInt16(AttributionKind.allCases.firstIndex(of: cue.kind) ?? 0))
      })
    image.append(verbs.map(\.cue))
    image.append(
      verbs.enumerated().flatMap { number, verb in
        verb.particles.map { FlatParticle(word: $0.word, verb: UInt16(number), cue: $0.cue) }
      })
    image.append(strings: lemmas)
    image.append(entries)
    image.append(linking.sorted())
  }

  /// Changes whenever one of the long tables does that a lexicon of cues is made of.
  static var fingerprint: UInt64 {
    var fingerprint = Fingerprint()
    let tables = [
      CueVerbs.table, PlainVerbs.list, PlainVerbs.irregular, CueNouns.nouns, CueNouns.adjectives,
      CueNouns.lightVerbs, NounForms.list, NounForms.notNouns, NounForms.doubling, SourceNouns.persons,
      SourceNouns.groups, SourceNouns.documents, SourceNouns.collectives, FirstNames.male, FirstNames.female,
    ]
    for var table in tables { table.withUTF8 { fingerprint.add(UnsafeRawBufferPointer($0)) } }
    return fingerprint.value
  }
}
