import ParallaxKit

/// Brings findings to code-scanning tools: SARIF, or annotations of GitHub Actions. Called from one thread.
final class CheckReport {
  private var sarif: SARIFLog?
  private var annotations: GitHubAnnotations?
  private let output: String?

  /// Nil for formats that are neither.
  init?(_ format: Analyze.Format?, baseline: Baseline?, output: String?) {
    self.output = output
    switch format {
    case .sarif: sarif = SARIFLog(baseline: baseline)
    case .github: annotations = GitHubAnnotations(baseline: baseline)
    default: return nil
    }
  }

  /// Takes the next article.
  func add(_ analysis: Analysis) throws(Failure) {
    // The file is read once more for lines and columns; one that has gone has none.
    let path = analysis.article.metadata.source
    var isFolder = false
    let isFile = !InputFile.isAddress(path) && Files.exists(path, isFolder: &isFolder) && !isFolder
    let source = isFile ? try? Files.read(path) : nil
    sarif?.add(analysis, source: source)
    if let lines = annotations?.lines(analysis, source: source) { try Files.print(Array(lines.utf8)) }
  }

  /// Ends the output.
  func finish() throws(Failure) {
    if let sarif {
      try Files.deliver(sarif.bytes, to: output)
      if sarif.count > SARIFLog.resultLimit {
        Console.warning(
          "\(sarif.count) findings; code scanning takes \(SARIFLog.resultLimit) of one run and drops the rest"
        )
      }
    }
    if let annotations { try Files.print(Array(annotations.end.utf8)) }
  }
}
