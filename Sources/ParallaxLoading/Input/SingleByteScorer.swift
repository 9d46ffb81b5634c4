#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What text costs, in bits, when it is a language in a single-byte encoding: the fewer, the likelier.
struct SingleByteScorer: Sendable {
  /// What a byte stands for.
  enum Kind: UInt8, Sendable {
    case blank, asciiLower, asciiUpper, digit, lower, upper, punctuation, sign, undefined

    var isASCIILetter: Bool { self == .asciiLower || self == .asciiUpper }
    var isHighLetter: Bool { self == .lower || self == .upper }
    var isLetter: Bool { isASCIILetter || isHighLetter }
  }

  private let isLatin: Bool
  private let bits: [Float]
  private let kinds: [Kind]
  private let knows: [Bool]

  /// Punctuation of running text in any language, and signs that stand at numbers and names.
  private static let punctuation: [Unicode.Scalar: Float] = {
    var bits: [Unicode.Scalar: Float] = [:]
    for scalar in "“”‘’–\u{A0}".unicodeScalars { bits[scalar] = 4 }
    for scalar in "„‚—…«»".unicodeScalars { bits[scalar] = 5 }
    for scalar in "€©®°§™‹›•£¿¡ºª½¼¾²³·№\u{AD}،؟".unicodeScalars { bits[scalar] = 7.5 }
    return bits
  }()

  /// - Parameter table: The characters of bytes 0x80 to 0xFF, nil where there is none.
  init(_ model: LetterModel, table: [Unicode.Scalar?]) {
    isLatin = model.isLatin
    var weights: [Unicode.Scalar: Float] = [:]
    let fields = model.letters.split(separator: " ")
    for pair in stride(from: 0, to: fields.count - 1, by: 2) {
      for scalar in fields[pair].unicodeScalars.prefix(1) { weights[scalar] = Float(fields[pair + 1]) ?? 1 }
    }
    let total = weights.values.reduce(0, +) * (model.isLatin ? 1.2 : 1.06)
    var bits = [Float](repeating: 5, count: 256)
    var kinds = [Kind](repeating: .blank, count: 256)
    var knows = [Bool](repeating: false, count: 256)
    for byte in 0..<128 {
      kinds[byte] =
        byte &- 0x61 >= 0 && byte - 0x61 < 26
        ? .asciiLower : byte - 0x41 >= 0 && byte - 0x41 < 26 ? .asciiUpper : .blank
      if byte - 0x30 >= 0 && byte - 0x30 < 10 { kinds[byte] = .digit }
    }
    bits[0x20] = 0
    for (index, scalar) in table.enumerated() {
      let byte = index + 0x80
      guard let scalar, scalar.value >= 0xA0 else {
        (bits[byte], kinds[byte]) = (20, .undefined)
        continue
      }
      if let cost = Self.punctuation[scalar] {
        (bits[byte], kinds[byte]) = (cost + (model.isLatin ? 0 : 2), cost < 6 ? .punctuation : .sign)
        continue
      }
      guard scalar.properties.isAlphabetic else {
        (bits[byte], kinds[byte]) = (
          13, scalar.value < 0x300 || scalar.value >= 0x2000 ? .sign : .punctuation
        )
        continue
      }
      let isUpper = scalar.properties.isUppercase
      kinds[byte] = isUpper ? .upper : .lower
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      if let weight = weights[isUpper ? lower : scalar] {
        bits[byte] = log2f(total / weight) + (isUpper ? 4.3 : 0)
        knows[byte] = !isUpper
      } else {
        bits[byte] = 13
      }
    }
    self.bits = bits
    self.kinds = kinds
    self.knows = knows
  }

  /// Bits of a sample, and how many different letters of the language it holds.
  ///
  /// - Complexity: O(n).
  func score(_ sample: [UInt8]) -> (bits: Float, letters: Int) {
    var sum: Float = 0
    var seen = [Bool](repeating: false, count: 256)
    var previous = Kind.blank
    var run = 0
    for byte in sample {
      let kind = kinds[Int(byte)]
      sum += bits[Int(byte)] + transition(previous, kind)
      run = kind.isHighLetter ? run + 1 : 0
      if isLatin && run > 2 { sum += 3 }
      if knows[Int(byte)] { seen[Int(byte)] = true }
      previous = kind
    }
    return (sum, seen.reduce(0) { $0 + ($1 ? 1 : 0) })
  }

  /// What two neighbours speak against the reading.
  @inline(__always)
  private func transition(_ left: Kind, _ right: Kind) -> Float {
    if right == .blank || left == .blank { return 0 }
    var bits: Float = 0
    if right == .upper || right == .asciiUpper, left == .lower || left == .asciiLower { bits += 6 }
    if !isLatin, left.isASCIILetter && right.isHighLetter || left.isHighLetter && right.isASCIILetter {
      bits += 8
    }
    if left == .sign && right.isLetter { bits += 6 }
    if left.isHighLetter && right == .digit || left == .digit && right.isHighLetter { bits += 4 }
    return bits
  }
}
