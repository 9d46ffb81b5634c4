import ParallaxCore
import Testing

@testable import ParallaxReporting

@Suite struct HighlightedTextTests {
  private typealias Layer = HighlightedText.Layer

  /// Steps as text: `v0(` and `)` for voices, `f1[` and `]` for findings, `…` where a piece goes on.
  private func shown(_ text: String, voices: [(Int, Int)] = [], findings: [(Int, Int)] = []) -> String {
    let bytes = Array(text.utf8)
    let steps = HighlightedText.steps(
      paragraph: TextSpan(0, bytes.count),
      voices: voices.enumerated().map { Layer(kind: .voice($0), span: TextSpan($1.0, $1.1)) },
      findings: findings.enumerated().map { Layer(kind: .finding($0), span: TextSpan($1.0, $1.1)) })
    return steps.map { step in
      switch step {
      case .text(let span): String(decoding: bytes[span.range], as: UTF8.self)
      case .open(.voice(let index), let isFirst): "\(isFirst ? "" : "…")v\(index)("
      case .open(.finding(let index), let isFirst): "\(isFirst ? "" : "…")f\(index)["
      case .close(.voice, let isLast): isLast ? ")" : "…)"
      case .close(.finding, let isLast): isLast ? "]" : "…]"
      case .open(.omitted(let index), let isFirst): "\(isFirst ? "" : "…")o\(index)<"
      case .close(.omitted, let isLast): isLast ? ">" : "…>"
      }
    }.joined()
  }

  @Test func plain() { #expect(shown("abc") == "abc") }

  @Test func empty() { #expect(shown("", findings: [(0, 0)]) == "") }

  @Test func side() { #expect(shown("abcd", findings: [(0, 2), (2, 4)]) == "f0[ab]f1[cd]") }

  @Test func nested() { #expect(shown("abcd", findings: [(1, 2), (0, 4)]) == "f1[af0[b]cd]") }

  @Test func crossing() { #expect(shown("abcd", findings: [(0, 2), (1, 4)]) == "f0[af1[b…]]…f1[cd]") }

  @Test func sameSpan() { #expect(shown("ab", findings: [(0, 2), (0, 2)]) == "f0[f1[ab]]") }

  @Test func voiceBeginsInsideFinding() {
    #expect(shown("abcd", voices: [(2, 4)], findings: [(1, 3)]) == "af0[b…]v0(…f0[c]d)")
  }

  @Test func voiceEndsInsideFinding() {
    #expect(shown("abcd", voices: [(0, 2)], findings: [(1, 3)]) == "v0(af0[b…])…f0[c]d")
  }

  @Test func cutsAtTheParagraph() { #expect(shown("ab", findings: [(-3, 1), (1, 9)]) == "f0[a]f1[b]") }

  /// Whatever the layers: the text comes out whole, elements nest, and every layer covers exactly its span.
  @Test func properties() {
    var random = SplitMix(state: 7)
    for _ in 0..<400 {
      let length = 1 + Int(random.next() % 24)
      let findings = (0..<Int(random.next() % 8)).map { index in
        let start = Int(random.next() % UInt64(length))
        return Layer(
          kind: .finding(index),
          span: TextSpan(start, start + Int(random.next() % UInt64(length - start + 1))))
      }
      var voices: [Layer] = []
      var at = 0
      while at < length {
        let end = min(length, at + 1 + Int(random.next() % 9))
        if random.next() % 2 == 0 {
          voices.append(Layer(kind: .voice(voices.count), span: TextSpan(at, end)))
        }
        at = end
      }
      check(length: length, voices: voices, findings: findings)
    }
  }

  private func check(length: Int, voices: [Layer], findings: [Layer]) {
    let steps = HighlightedText.steps(paragraph: TextSpan(0, length), voices: voices, findings: findings)
    var at = 0
    var stack: [Layer.Kind] = []
    var covered: [(Layer.Kind, TextSpan)] = []
    for step in steps {
      switch step {
      case .text(let span):
        #expect(span.start == at && !span.isEmpty)
        at = span.end
        covered += stack.map { ($0, span) }
      case .open(let kind, let isFirst):
        #expect(isFirst == !covered.contains { $0.0 == kind })
        stack.append(kind)
      case .close(let kind, _): #expect(stack.popLast() == kind)
      }
    }
    #expect(at == length && stack.isEmpty)
    for layer in voices + findings where !layer.span.isEmpty {
      let pieces = covered.filter { $0.0 == layer.kind }.map(\.1)
      #expect(pieces.first?.start == layer.span.start && pieces.last?.end == layer.span.end)
      #expect(pieces.reduce(0) { $0 + $1.count } == layer.span.count)
    }
  }
}

/// A small generator with a fixed start, so that a failure comes back.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
