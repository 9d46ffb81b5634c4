import Foundation
import ParallaxKit
import Testing

/// The compiled image of the lexicons against the lexicons themselves.
@Suite("Compiled lexicons")
struct CompiledLexiconsTests {
  /// An image at an address that stays, since analyzers read it in place.
  private static func kept(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(memory)
  }

  private static let lexicons = Result { try BuiltInLexicons.load() }
  private static let image = Result { try Analyzer.compiledLexicons(lexicons.get()) }
  private static let ordinary = Result { try Analyzer(lexicons: lexicons.get()) }
  private static let compiled = Result { Analyzer(image: kept(try image.get())) }

  private static func json(_ analyzer: Analyzer, _ bytes: [UInt8]) throws -> String {
    let analysis = try analyzer.analyze(bytes, source: "article")
    return String(decoding: AnalysisJSON(includesNotCounted: true).bytes(analysis), as: UTF8.self)
  }

  private static func expectSame(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let compiled = try #require(try Self.compiled.get(), sourceLocation: sourceLocation)
    let expected = try json(Self.ordinary.get(), bytes)
    #expect(expected.utf8.count > 1_000, sourceLocation: sourceLocation)
    #expect(try json(compiled, bytes) == expected, sourceLocation: sourceLocation)
  }

  @Test(
    "fixtures are analyzed alike",
    arguments: [
      "Texts/column.txt", "Texts/pier-blog.txt", "Pages/column.html", "Pages/harbor.html",
      "Pages/questions.html",
    ])
  func fixtures(_ name: String) throws {
    try Self.expectSame(Array(Data(contentsOf: URL(filePath: CommandRunner.fixture(name)))))
  }

  @Test("guards, wildcards, exact case, gaps, negation and intensity are the same")
  func features() throws {
    let text = """
      A gangland-style purge at the harbor office

      The so-called reformers did not utterly destroy the port, critics claimed, but their pseudo-scientific \
      plan was a total, anti-democratic DISASTER. It MAY rain in May. The Justice Department took the mayor's \
      brazen allies to task. “This is not a bold move,” Vara said. Isn’t it obvious? Use promo code QUAY20 \
      for 30% off. She was anything but a hero; he leaned very hard on the trustees. U.S. officials slammed \
      the half-baked, mega-costly scheme. Officials, of course, deny everything, and the “experts” applauded.
      """
    try Self.expectSame(Array(text.utf8))
  }

  @Test("entries read when found are those read at the start")
  func everyEntry() throws {
    var text = ""
    var number = 0
    for lexicon in try Self.lexicons.get() {
      for entry in lexicon.entries {
        number += 1
        if number % 6 == 0 || entry.info.id.contains("#") { text += "Then \(entry.info.id) there. " }
        if number % 120 == 0 { text += "\n\n" }
      }
    }
    try Self.expectSame(Array(text.utf8))
  }

  @Test("settings hold with an image too")
  func options() throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: CommandRunner.fixture("Texts/column.txt"))))
    var options = AnalyzerOptions()
    options.matching.only = ["hedge", "loaded"]
    let image = Self.kept(try Self.image.get())
    let compiled = try #require(Analyzer(image: image, options: options))
    let ordinary = try Analyzer(lexicons: Self.lexicons.get(), options: options)
    #expect(try Self.json(compiled, bytes) == Self.json(ordinary, bytes))
    #expect(compiled.kinds == ordinary.kinds)
    options.matching.suppressed = ["reportedly"]
    #expect(Analyzer(image: image, options: options) == nil, "what needs every entry's name")
    #expect(compiled.lexicons == ordinary.lexicons)
  }

  @Test("threads that find the same entries first agree")
  func threads() async throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: CommandRunner.fixture("Texts/pier-blog.txt"))))
    let analyzer = try #require(Analyzer(image: Self.kept(try Self.image.get())))
    let expected = try Self.json(Self.ordinary.get(), bytes)
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { try Self.json(analyzer, bytes) } }
      for try await found in group { #expect(found == expected) }
    }
  }

  @Test("the image is the same every time")
  func deterministic() throws {
    #expect(try Analyzer.compiledLexicons(Self.lexicons.get()) == Self.image.get())
  }

  @Test("an image of nothing, cut short, damaged or of other lexicons is ignored")
  func ignored() throws {
    let image = try Self.image.get()
    #expect(Analyzer(image: UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
    for count in [0, 1, 39, 40, 1_000, image.count / 2, image.count - 1] {
      #expect(Analyzer(image: Self.kept(Array(image[..<count]))) == nil)
    }
    // Magic, key, size, fingerprint, number of sections, table, content.
    for place in [0, 8, 15, 16, 24, 32, 41, 200, image.count / 3, image.count - 20] {
      var damaged = image
      damaged[place] ^= 0x10
      #expect(Analyzer(image: Self.kept(damaged)) == nil, "byte \(place)")
    }
    #expect(Analyzer(image: Self.kept([UInt8](repeating: 0xFF, count: 4_096))) == nil)
  }

  @Test("no lexicons make an image too")
  func none() throws {
    let analyzer = try #require(Analyzer(image: Self.kept(try Analyzer.compiledLexicons([]))))
    let bytes = Array(try Data(contentsOf: URL(filePath: CommandRunner.fixture("Texts/column.txt"))))
    #expect(analyzer.lexicons.isEmpty)
    #expect(try Self.json(analyzer, bytes) == Self.json(Analyzer(lexicons: []), bytes))
  }

  @Test("lexicon compile writes the image")
  func command() throws {
    let file = try CommandRunner.makeFolder().appending(path: "compiled.bin")
    let outcome = try CommandRunner.run(["lexicon", "compile", "-o", file.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Array(Data(contentsOf: file)) == Self.image.get())
  }
}
