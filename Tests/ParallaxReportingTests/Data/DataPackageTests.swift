import ParallaxCore
import Testing

@testable import ParallaxReporting

@Suite struct DataPackageTests {
  @Test func describesEveryColumnOnce() throws {
    let tables = AnalysisTable.allCases.map(\.description) + [.failures]
    let json = try JSONParser.parse(DataPackage(tables: tables, lexicons: []).json)
    #expect(json["profile"]?.string == "tabular-data-package")
    let resources = json["resources"]?.array ?? []
    #expect(resources.map { $0["name"]?.string } == tables.map(\.name))
    for (resource, table) in zip(resources, tables) {
      let fields = resource["schema"]?["fields"]?.array ?? []
      #expect(fields.map { $0["name"]?.string } == table.columns.map(\.name))
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
      for field in fields {
        #expect(["string", "integer", "number", "boolean"].contains(field["type"]?.string))
        #expect(field["description"]?.string?.hasSuffix(".") == true)
      }
    }
  }

  /// The cells of a real table fit the types that the description gives its columns.
  @Test func cellsAreOfTheirTypes() throws {
    let analysis = SampleArticle.harbour.analysis()
    for table in AnalysisTable.allCases {
      var csv = CSVWriter(header: table.header)
      table.append(analysis, to: &csv)
      let rows = try CSVReader.rows(csv.bytes)
      for row in rows.dropFirst() {
        #expect(row.cells.count == table.header.count)
        for (cell, column) in zip(row.cells, table.description.columns) where !cell.isEmpty {
          switch column.kind {
          case .text: break
          case .whole: #expect(Int(cell) != nil, "\(table) \(column.name): \(cell)")
          case .number: #expect(Double(cell) != nil, "\(table) \(column.name): \(cell)")
          case .flag: #expect(["true", "false"].contains(cell), "\(table) \(column.name): \(cell)")
          }
        }
      }
    }
  }
}
