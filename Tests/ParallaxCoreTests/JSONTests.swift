import ParallaxCore
import Testing

@Suite("JSON")
struct JSONTests {
  @Test(
    "what is written is read back",
    arguments: [
      #"{"a":1,"b":[true,false,null],"c":"x"}"#, #"[]"#, #"{}"#, #""é\n\"quoted\" \\""#, "-12.5", #"[[[1]]]"#,
      #"{"deep":{"er":[{"x":"🙂"}]}}"#,
    ])
  func roundTrip(_ text: String) throws {
    let value = try JSONParser.parse(text.utf8)
    var json = JSONWriter()
    json.value(value)
    #expect(try JSONParser.parse(json.bytes) == value)
  }

  @Test("numbers are rounded and never written as infinite")
  func numbers() {
    var json = JSONWriter()
    json.array { json in
      json.value(1.0 / 3)
      json.value(-0.00001)
      json.value(2.0)
      json.value(Double.nan)
      json.value(1234.5, decimals: 2)
      json.value(-0.25)
      json.value(Int.min)
    }
    #expect(json.string == "[0.3333,0,2,null,1234.5,-0.25,\(Int.min)]")
  }

  @Test("control characters, quotes and backslashes are escaped")
  func escapes() {
    var json = JSONWriter()
    json.value("a\u{0}\u{1F}\"\\\n\t/é")
    #expect(json.string == #""a\u0000\u001f\"\\\n\t/é""#)
  }

  @Test("surrogate pairs, lone surrogates, escapes")
  func surrogates() throws {
    #expect(try JSONParser.parse(#""🙂""#.utf8) == .string("🙂"))
    #expect(try JSONParser.parse(#""x\ud83dy""#.utf8) == .string("x\u{FFFD}y"))
    #expect(try JSONParser.parse(#""\ude42""#.utf8) == .string("\u{FFFD}"))
    #expect(try JSONParser.parse(#""\ud83dA""#.utf8) == .string("\u{FFFD}A"))
  }

  @Test("the last member of a name counts")
  func duplicates() throws {
    #expect(try JSONParser.parse(#"{"a":1,"a":2}"#.utf8)["a"] == .number(2))
  }

  @Test(
    "errors name line and column",
    arguments: [
      ("{\"a\": }", 1, 7), ("[1,\n 2,,3]", 2, 4), ("\"open", 1, 6), ("{\"a\" 1}", 1, 6), ("01", 1, 1),
      ("[1] x", 1, 5), ("nul", 1, 1), ("\"\u{1}\"", 1, 2), ("1e", 1, 3), ("", 1, 1),
    ])
  func errors(_ text: String, line: Int, column: Int) {
    #expect {
      try JSONParser.parse(text.utf8)
    } throws: { error in
      guard let error = error as? JSONError else { return false }
      return error.line == line && error.column == column && !error.message.isEmpty
    }
  }

  @Test("nesting is limited, not a crash")
  func depth() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSONParser.parse(text.utf8) }
  }

  @Test("mutated texts never crash")
  func fuzz() {
    var generator = Mutations(state: 20_260_304)
    let seed = Array(#"{"id":"a1","text":"It’s \u00e9 \ud83d\ude42","n":[1.5e3,-2,true,null,{"k":""}]}"#.utf8)
    for _ in 0..<5_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if let value = try? JSONParser.parse(bytes) {
        var json = JSONWriter()
        json.value(value)
        #expect((try? JSONParser.parse(json.bytes)) == value)
      }
    }
  }
}

/// A fixed sequence of numbers (xorshift), so that a failure repeats.
private struct Mutations: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
