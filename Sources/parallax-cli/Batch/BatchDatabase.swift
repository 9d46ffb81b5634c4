import ParallaxKit
import ParallaxStorage

extension BatchRun {
  /// Makes the database of the tables, in place of the one that was there.
  ///
  /// The tables are read as they are on disk, so the rows are those of an uninterrupted run whenever theirs are.
  func writeDatabase() throws(Failure) {
    let path = output + "/" + BatchFiles.database
    let new = path + ".new"
    _ = Files.remove(new)
    do throws(StorageError) {
      let tables = ResultFile.tables.compactMap(\.table)
      let database = try ResultsDatabase(path: new, tables: tables, lexicons: session.analyzer.lexicons)
      for table in tables {
        let file = "\(output)/\(table.name).csv"
        let source = try Self.open(file)
        try database.fill(table, file: file) { () throws(StorageError) in
          do throws(LoadingError) { return try source.next() } catch {
            throw .table(path: file, line: 0, problem: "\(error)")
          }
        }
      }
      try database.finish()
    } catch {
      _ = Files.remove(new)
      throw .unwritableOutput("\(path): \(error)")
    }
    try Files.replace(path, with: new)
  }

  private static func open(_ file: String) throws(StorageError) -> FileSource {
    do throws(Failure) { return try FileSource(path: file) } catch {
      throw .table(path: file, line: 0, problem: error.message)
    }
  }
}
