import Foundation
import Testing

/// Compares text with a file in `Snapshots/` beside the test.
///
/// With the environment variable `RECORD_SNAPSHOTS=1` it writes the file instead; look at the difference
/// before you commit it. A difference is shown with the lines around it.
public func assertSnapshot(
  _ actual: String, named name: String, testFile: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: "\(testFile)").deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record(
      "There is no snapshot \(name). Run the test with RECORD_SNAPSHOTS=1 to write it.",
      sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard actual != expected else { return }
  Issue.record(
    "\(name) differs from its snapshot. Run with RECORD_SNAPSHOTS=1 to accept.\n\(difference(expected, actual))",
    sourceLocation: sourceLocation)
}

/// The first lines that differ, `-` as recorded and `+` as they are now.
private func difference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var head = 0
  while head < old.count, head < new.count, old[head] == new[head] { head += 1 }
  var tail = 0
  while tail < old.count - head, tail < new.count - head,
    old[old.count - 1 - tail] == new[new.count - 1 - tail]
  { tail += 1 }
  func shown(_ lines: ArraySlice<Substring>, _ mark: String) -> [String] {
    lines.prefix(12).map { "\(mark) \($0.prefix(300))" } + (lines.count > 12 ? ["\(mark) …"] : [])
  }
  let before = old[max(0, head - 2)..<head].map { "  \($0.prefix(300))" }
  let lines = before + shown(old[head..<old.count - tail], "-") + shown(new[head..<new.count - tail], "+")
  return "line \(head + 1):\n" + lines.joined(separator: "\n")
}
