/// A table of the tidy output: what a row is, and what each column holds.
///
/// The header of the CSV file, the types of the SQLite database and `datapackage.json` are all made of this.
public struct TableDescription: Sendable {
  /// Name of the table and, with `.csv`, of its file.
  public var name: String
  /// What one row is.
  public var summary: String
  /// The columns, in order.
  public var columns: [TableColumn]

  /// Describes a table.
  public init(name: String, summary: String, columns: [TableColumn]) {
    self.name = name
    self.summary = summary
    self.columns = columns
  }

  /// Inputs of a batch that could not be analyzed.
  public static let failures = TableDescription(
    name: "failures", summary: "One row per input that could not be analyzed.",
    columns: [
      .text("doc_id", "Identifier of the input, where one could be read."),
      .text("input", "File or address as it was given."),
      .whole("line", "Line of the record in its file.", unit: "line, from 1"),
      .whole("record", "Number of the record in its web archive.", unit: "record, from 1"),
      .text("stage", "Where the work ended."),
      .text("code", "What is wrong, as a short word."),
      .text("message", "What is wrong and what would be right."),
    ])
}

/// A column of a table.
public struct TableColumn: Sendable, Equatable {
  /// What its cells are; the raw value is Frictionless's name of the type.
  public enum Kind: String, Sendable {
    /// Text.
    case text = "string"
    /// A whole number.
    case whole = "integer"
    /// A number with a decimal point.
    case number
    /// `true` or `false`.
    case flag = "boolean"
  }

  /// Name in snake case.
  public var name: String
  /// What its cells are.
  public var kind: Kind
  /// What it says, in one sentence.
  public var summary: String
  /// What numbers count, where it needs saying.
  public var unit: String?

  /// A column of text.
  public static func text(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(name: name, kind: .text, summary: summary)
  }

  /// A column of whole numbers.
  public static func whole(_ name: String, _ summary: String, unit: String? = nil) -> TableColumn {
    TableColumn(name: name, kind: .whole, summary: summary, unit: unit)
  }

  /// A column of numbers.
  public static func number(_ name: String, _ summary: String, unit: String? = nil) -> TableColumn {
    TableColumn(name: name, kind: .number, summary: summary, unit: unit)
  }

  /// A column of truth values.
  public static func flag(_ name: String, _ summary: String) -> TableColumn {
    TableColumn(name: name, kind: .flag, summary: summary)
  }
}
