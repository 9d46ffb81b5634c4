import ParallaxCore

extension SentenceParser {
  func tagBySuffix(_ index: Int, _ token: Token) -> Tag {
    let length = Int(token.end - token.start)
    guard length > 3 else { return .noun }
    let end = Int(token.end)
    let (a, b, c) = (bytes[end - 3] | 32, bytes[end - 2] | 32, bytes[end - 1] | 32)
    let last = tagBefore(index)
    if c == UInt8(ascii: "y") && b == UInt8(ascii: "l") && length > 4 {
      return .adverb
    }
    if c == UInt8(ascii: "g") && b == UInt8(ascii: "n") && a == UInt8(ascii: "i") && length > 4 {
      switch last {
      case .auxiliary, .comma, .preposition, .pronoun, .conjunction, .stop: return .ing
      case .noun, .name: return opensObject(index + 1) ? .ing : .noun
      default: return .noun
      }
    }
    if c == UInt8(ascii: "d") && b == UInt8(ascii: "e") && length > 4
      && !units[index].shape.contains(.hyphenated)
    {
      switch last {
      case .auxiliary: return .participle
      case .determiner, .possessive, .adjective, .number, .preposition: return .adjective
      case .comma: return opensAdjunct(index + 1) ? .participle : .verb
      case .noun, .name, .time, .quotation, .fragment, .bracketed:
        return classes(index + 1).contains(.by) ? .participle : .verb
      default: return .verb
      }
    }
    return .noun
  }
}
