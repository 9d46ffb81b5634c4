/// Tells the encoding of bytes that are no UTF-8 and of which nothing is declared.
///
/// Every candidate is asked how many bits the input would take, were it text in that encoding: a code length
/// from letter frequencies, the layout of the encoding, and what neighbours rule out, such as a capital after
/// a small letter or a Cyrillic letter after a Latin one. The shortest wins. Windows-1252 is kept unless
/// another beats it clearly, by several different letters: one accented word proves nothing.
struct EncodingDetector {
  /// What the bytes speak for.
  struct Detection: Equatable {
    /// Name as in `Metadata.encoding`.
    var name: String
    /// Bytes at the start that belong to a character cut off before them.
    var skip = 0
  }

  /// Bits by which another encoding must beat Windows-1252, and different letters it must show.
  private static let margin: Float = 12
  private static let fewestLetters = 3

  /// What the input costs as text in an encoding.
  private struct Bid {
    var name: String
    var bits: Float
    var letters: Int
    var skip = 0
  }

  /// - Complexity: O(n) up to the sample's size, times a few dozen models.
  static func detect(_ bytes: [UInt8]) -> Detection {
    let sample = EncodingSample(bytes[...])
    guard sample.high > 0 else { return Detection(name: "windows-1252") }
    let bids = bids(sample, startsHigh: (bytes.first ?? 0) >= 0x80)
    guard let western = cheapest(bids.filter { $0.name == "windows-1252" }), let best = cheapest(bids) else {
      return Detection(name: "windows-1252")
    }
    let isClear = western.bits - best.bits >= margin && best.letters >= fewestLetters
    return isClear ? Detection(name: best.name, skip: best.skip) : Detection(name: "windows-1252")
  }

  /// The encoding that the bytes speak for so much more than for the declared one that the declaration must
  /// be false; nil where it may be true.
  static func contradiction(of declared: String, _ bytes: [UInt8]) -> Detection? {
    let sample = EncodingSample(bytes[...])
    guard sample.high >= 40 else { return nil }
    let bids = bids(sample, startsHigh: (bytes.first ?? 0) >= 0x80)
    guard let own = cheapest(bids.filter { $0.name == declared }), let best = cheapest(bids),
      best.letters >= 8, own.bits - best.bits >= 2.5 * Float(sample.high)
    else { return nil }
    return Detection(name: best.name, skip: best.skip)
  }

  private static func cheapest(_ bids: [Bid]) -> Bid? { bids.min { $0.bits < $1.bits } }

  private static func bids(_ sample: EncodingSample, startsHigh: Bool) -> [Bid] {
    var bids: [Bid] = []
    for (name, scorer) in singleByte {
      let (bits, letters) = scorer.score(sample.bytes)
      bids.append(Bid(name: name, bits: bits, letters: letters))
    }
    for scorer in doubleByte {
      // A file may begin in the middle of a character.
      for skip in 0...1 where skip == 0 || startsHigh {
        let (bits, letters, broken) = scorer.score(sample.bytes[skip...])
        guard broken * 50 <= sample.high + 100 else { continue }
        bids.append(
          Bid(name: scorer.name, bits: bits + Float(skip * 6), letters: letters, skip: skip))
      }
    }
    return bids
  }

  /// One scorer for each language and encoding; those of Windows-1252 come first and win ties.
  private static let singleByte: [(name: String, scorer: SingleByteScorer)] = {
    var tables: [String: [Unicode.Scalar?]] = [:]
    var scorers: [(name: String, scorer: SingleByteScorer)] = []
    for model in LetterModel.all {
      for name in model.encodings {
        guard let table = tables[name] ?? LegacyDecoder.upperHalf(of: name) else { continue }
        tables[name] = table
        scorers.append((name, SingleByteScorer(model, table: table)))
      }
    }
    return scorers
  }()

  private static let doubleByte: [DoubleByteScorer] = DoubleByteScorer.layouts.compactMap { entry in
    LegacyDecoder(label: entry.name).map { decoder in
      DoubleByteScorer(entry.name, entry.layout) { decoder.bytes(of: $0) }
    }
  }
}
