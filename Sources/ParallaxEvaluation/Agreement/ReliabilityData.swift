import ParallaxCore

/// Who gave which unit which value; values may be missing.
public struct ReliabilityData: Sendable, Equatable {
  /// Names of the annotators in the order of the file.
  public private(set) var annotators: [String] = []
  /// Names of the units in the order of the file.
  public private(set) var units: [String] = []
  /// Values by unit and annotator; nil where one is missing.
  public private(set) var values: [[String?]] = []

  /// Makes data of a table: for each annotator the values of all units.
  public init(annotators: [String], values: [[String?]]) {
    self.annotators = annotators
    let count = values.map(\.count).max() ?? 0
    units = (0..<count).map { "\($0 + 1)" }
    self.values = (0..<count).map { unit in values.map { unit < $0.count ? $0[unit] : nil } }
  }

  /// Reads a file.
  ///
  /// Long: records with `unit` (or `id`), `annotator` and `label` (or `value`). Wide: a first column of units, then
  /// one column per annotator, empty where a value is missing.
  ///
  /// - Throws: `EvaluationError` with the line.
  public init(_ bytes: [UInt8], path: String) throws(EvaluationError) {
    let records = try Records.read(bytes, path: path)
    guard let first = records.first else { throw .unusable("\(path): holds no records") }
    if first.value["annotator"] != nil {
      try readLong(records, path)
    } else {
      try readWide(records, path)
    }
    guard annotators.count >= 2 else {
      throw .unusable("\(path): agreement needs two annotators or more; found \(annotators.count)")
    }
  }

  private mutating func readLong(_ records: [Records.Record], _ path: String) throws(EvaluationError) {
    var unitPlaces: [String: Int] = [:]
    var annotatorPlaces: [String: Int] = [:]
    for record in records {
      guard let unit = record.text("unit", "id", "item"), let annotator = record.text("annotator") else {
        throw .line(
          path: path, line: record.line, problem: "a record without a unit or an annotator",
          remedy: "write unit, annotator and label")
      }
      let row = unitPlaces[unit] ?? units.count
      if row == units.count {
        unitPlaces[unit] = row
        units.append(unit)
        values.append(Array(repeating: nil, count: annotators.count))
      }
      let column = annotatorPlaces[annotator] ?? annotators.count
      if column == annotators.count {
        annotatorPlaces[annotator] = column
        annotators.append(annotator)
        for index in values.indices { values[index].append(nil) }
      }
      let value = record.text("label", "value", "answer")
      if let old = values[row][column], old != value {
        throw .line(
          path: path, line: record.line, problem: "a second value of “\(annotator)” for “\(unit)”",
          remedy: "keep one")
      }
      values[row][column] = value
    }
  }

  private mutating func readWide(_ records: [Records.Record], _ path: String) throws(EvaluationError) {
    let names = records.first?.value.members?.map(\.key) ?? []
    guard names.count >= 3 else {
      throw .unusable("\(path): expected the columns unit, annotator, label, or one column per annotator")
    }
    annotators = Array(names.dropFirst())
    for record in records {
      units.append(record.text(names[0]) ?? "\(record.line)")
      values.append(annotators.map { record.text($0) })
    }
  }
}
