/// Why an evaluation cannot be made: where, what is wrong, and what would be right.
public enum EvaluationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A line that cannot be read.
  case line(path: String, line: Int, problem: String, remedy: String)
  /// A file or option that cannot be used as it is.
  case unusable(String)

  /// The place, the problem, and what to do.
  public var description: String {
    switch self {
    case .line(let path, let line, let problem, let remedy): "\(path):\(line): \(problem); \(remedy)"
    case .unusable(let text): text
    }
  }
}
