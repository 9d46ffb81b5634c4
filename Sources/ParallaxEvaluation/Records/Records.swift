import ParallaxCore

/// A file of records, whatever its form: named values with the line each stands in.
///
/// NDJSON (one object a line) and CSV (a header row) are told apart by the first character.
struct Records {
  /// One record.
  struct Record {
    var line: Int
    var value: JSONValue

    /// A member as text: a string, a number as it is written best, nil where it is missing or empty.
    func text(_ keys: String...) -> String? {
      for key in keys {
        switch value[key] {
        case .string(let text) where !text.isEmpty: return text
        case .number(let number): return Int(exactly: number).map(String.init) ?? "\(number)"
        case .bool(let flag): return flag ? "true" : "false"
        default: continue
        }
      }
      return nil
    }

    /// A member as a whole number.
    func integer(_ key: String) -> Int? { value[key]?.integer ?? value[key]?.string.flatMap { Int($0) } }
  }

  /// The records of a file.
  static func read(_ bytes: [UInt8], path: String) throws(EvaluationError) -> [Record] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { $0 > 0x20 }
    return first == UInt8(ascii: "{") ? try lines(bytes[start...], path) : try table(bytes, path)
  }

  private static func lines(_ bytes: ArraySlice<UInt8>, _ path: String) throws(EvaluationError) -> [Record] {
    var records: [Record] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      do throws(JSONError) {
        records.append(Record(line: index + 1, value: try JSONParser.parse(line)))
      } catch {
        throw .line(
          path: path, line: index + 1, problem: "not JSON: column \(error.column): \(error.message)",
          remedy: "write one object a line")
      }
    }
    return records
  }

  private static func table(_ bytes: [UInt8], _ path: String) throws(EvaluationError) -> [Record] {
    let rows: [CSVReader.Row]
    do throws(CSVReader.Fault) {
      rows = try CSVReader.rows(bytes)
    } catch {
      throw .line(path: path, line: error.line, problem: error.problem, remedy: error.remedy)
    }
    guard let header = rows.first else { throw .unusable("\(path): is empty") }
    let names = header.cells.map { $0.lowercased().filter { $0 != " " } }
    var records: [Record] = []
    for row in rows.dropFirst() {
      guard row.cells.count <= names.count else {
        throw .line(
          path: path, line: row.line, problem: "\(row.cells.count) cells under \(names.count) columns",
          remedy: "put a cell that holds a comma in quotation marks")
      }
      let members = zip(names, row.cells).map { JSONValue.Member(key: $0, value: .string($1)) }
      records.append(Record(line: row.line, value: .object(members)))
    }
    return records
  }
}
