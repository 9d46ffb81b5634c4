import ArgumentParser
import ParallaxKit

/// `parallax verify`
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recomputes the numbers of a report or comparison from the data in it.",
    discussion: """
      A report carries its findings, words and weights as data. What follows from them is computed and written anew
      and must stand on the page to the letter: of a report the first sentences, rates, counts, intervals, the
      framing index, bars, entries, frames, parts, weights and denominators; of a comparison the first sentences,
      rates, ratios, intervals and tests. Who is heard, stance, and words that differ rest on the text and are not
      recomputed.

      Exit status: 0 all agree, 1 something does not, 65 not a report of this version.

      Examples:
        parallax verify report.html
        parallax verify results/reports/*.html
      """)

  @Argument(help: "Pages that report, compare or batch wrote.")
  var reports: [String]

  @Flag(help: "Say nothing of pages that agree.")
  var quiet = false

  func run() async throws {
    try await reportingFailures {
      var disagrees = false
      for path in reports {
        let page = try Files.read(path)
        let result: ReportVerification
        do throws(VerificationError) {
          result = try ReportVerification(page)
        } catch {
          throw Failure.unusableInput("\(path): \(error)")
        }
        if result.mismatches.isEmpty {
          if !quiet { Console.line("parallax: \(path): \(result.checked) parts agree with their data") }
          continue
        }
        disagrees = true
        for mismatch in result.mismatches {
          Console.error(
            "\(path): \(mismatch.part): the page has “\(mismatch.found)” where its data give “\(mismatch.expected)”"
          )
        }
        if result.mismatches.count == ReportVerification.mostMismatches {
          Console.error("\(path): further parts were not looked at")
        }
      }
      if disagrees { throw ExitCode(1) }
    }
  }
}
