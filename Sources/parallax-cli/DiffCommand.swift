import ArgumentParser
import ParallaxKit

/// `parallax diff`
struct Diff: AsyncParsableCommand {
  /// The forms a comparison of versions can take.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    abstract: "Says what changed between two versions of one article.",
    discussion: """
      Passages that were inserted, deleted, moved or edited, in the order of the new version, and under each what
      happened: findings added, removed, softened (weaker or plain words in their place) or sharpened, hedges,
      quotations, attribution verbs, the headline, editor's notes, names, figures and plain words. Then the
      rates before and after. [-words-] went, {+words+} came. Letter case, kinds of quotation marks and dashes
      are no change, nor are promotions and links to other stories.

      Examples:
        parallax diff story-morning.html story-evening.html
        parallax diff old.txt https://example.org/story
        parallax diff old.html new.html --framing-only
        parallax diff old.html new.html --format json > changes.json
      """)

  @Argument(help: "The version before: a page, a text or an address; - for standard input.")
  var old: String

  @Argument(help: "The version after.")
  var new: String

  @Option(help: "text or json.")
  var format: Format = .text

  @Flag(help: "In text, leave out changes that touch neither wording that is measured nor who is heard.")
  var framingOnly = false

  @Option(name: .shortAndLong, help: "File to write; standard output when left out.")
  var output: String?

  @OptionGroup var fetching: FetchingOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if old == "-", new == "-" {
      throw ValidationError("standard input holds one version; name a file for the other")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let session = try Session(shared, fetcher: fetching.fetcher)
      let comparison = VersionComparison(
        old: try analysis(of: old, session), new: try analysis(of: new, session))
      switch format {
      case .json: try Files.deliver(VersionJSON.bytes(comparison), to: output)
      case .text:
        let color = Console.colors(disabled: shared.noColor) && output == nil
        let text = VersionText(color: color, framingOnly: framingOnly).render(comparison)
        try Files.deliver(Array(text.utf8), to: output)
      }
    }
  }

  private func analysis(of path: String, _ session: Session) throws -> Analysis {
    let files = try InputFile.collect([path])
    guard files.count == 1, files[0].isSingle else {
      throw Failure.usage(
        "\(path): name one page or text; a folder, NDJSON file or web archive holds several")
    }
    guard let item = WorkSource(files, maxRecord: 20_000_000).makeNext()() else {
      throw Failure.missingInput("\(path): nothing to read")
    }
    switch session.analyze(item) {
    case .success(let analysis): return analysis
    case .failure(let failure):
      Console.error(failure.message)
      throw failure.exitCode
    }
  }
}
