import ParallaxCore

extension CSVReader {
  /// All rows of a dictionary file; a fault goes to the file's others.
  static func rows(_ source: SourceText, _ faults: inout FaultList) -> [Row] {
    do throws(Fault) {
      return try rows(source.bytes)
    } catch {
      faults.add(line: error.line, text: error.text, error.problem, error.remedy)
      return []
    }
  }
}

extension CSVReader.Row {
  /// Where what the row says can be shown in a message.
  var source: SourceLine { SourceLine(number: line, text: cells.joined(separator: ",")) }
}
