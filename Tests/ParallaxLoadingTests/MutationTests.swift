import Foundation
import ParallaxFuzzing
import ParallaxKit
import Testing

@testable import ParallaxLoading

/// Changes pages and texts at random and loads what comes of it: an article that is sound, or an error.
/// `make fuzz` does the same a million times.
@Suite("Mutated input")
struct MutationTests {
  static let files = [
    "Pages/harbor.html", "Pages/column.html", "Pages/questions.html", "Texts/column.txt",
    "Texts/pier-blog.txt",
    "Encodings/news.tsv",
  ]

  @Test("Articles are sound or refused", arguments: 0..<8)
  func mutations(seed: Int) throws {
    var run = FuzzRun(samples: try Self.files.map { try fixture($0) }, seed: UInt64(seed), analyzer: nil)
    for number in 0..<120 {
      let (input, target, label) = run.next()
      let failure = run.feed(input, target, label)
      #expect(failure == nil, "seed \(seed), run \(number), \(target) \(label): \(failure?.fault ?? "")")
    }
    #expect(run.refused < 60)
  }

  @Test("Inputs that once failed", arguments: FailCases.names)
  func failCases(name: String) throws {
    let input = try fixture("FailCases/\(name)")
    for target in FuzzRun.Target.allCases {
      var run = FuzzRun(samples: [], seed: 0, analyzer: nil)
      let failure = run.feed(input, target, "")
      #expect(failure == nil, "\(target): \(failure?.fault ?? "")")
    }
  }
}

/// Inputs that failed once, by file name.
enum FailCases {
  static let names: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.appendingPathComponent("Fixtures/FailCases").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }()
}
