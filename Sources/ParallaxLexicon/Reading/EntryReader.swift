import ParallaxCore

/// Reads single entries of the built-in lexicons, from where they stand in their tables.
package struct EntryReader: @unchecked Sendable {
  // Sendable although it holds pointers: they lead to constants of the binary, and to an image as constant.

  /// Where an entry stands.
  private struct Place: BitwiseCopyable {
    /// Number of its lexicon.
    var lexicon: UInt32
    /// Where its line begins in the table.
    var offset: UInt32
    /// 1 for the first entry of the table with its form, 2 for the next and so on.
    var repetition: UInt32
  }

  private let places: FlatArray<Place>
  private let tables: [EntriesParser]

  /// Number of entries.
  package var count: Int { places.count }

  /// Reads the places of entries from an image, and the headers of the tables; nil when a lexicon is missing.
  package init?(_ image: inout ImageReader) {
    guard let places = image.read(Place.self), let names = image.readStrings(),
      let paths = image.readStrings(), let categories = image.readStrings(), names.count == paths.count,
      names.count == categories.count
    else { return nil }
    let files = Dictionary(BuiltInLexicons.embedded.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    var tables: [EntriesParser] = []
    for (index, path) in paths.enumerated() {
      guard let entries = files[path]?.entries,
        let table = EntriesParser.prepared(
          entries, path: path + "/entries.tsv", lexicon: names[index],
          ownCategories: Set(categories[index].split(separator: "\n").map(String.init)))
      else { return nil }
      tables.append(table)
    }
    self.places = places
    self.tables = tables
  }

  /// The entry of a number, counted through all lexicons, but for its line and the paths of its
  /// pattern; nil when it cannot be read.
  package func entry(_ number: Int) -> Entry? {
    guard number < places.count, Int(places[number].lexicon) < tables.count else { return nil }
    let place = places[number]
    return tables[Int(place.lexicon)].entry(at: Int(place.offset), repetition: Int(place.repetition))
  }

  /// Writes what `init(_:)` reads.
  ///
  /// - Parameter lexicons: Built-in lexicons, in the order in which they are matched.
  package static func write(_ lexicons: [Lexicon], to image: inout ImageWriter) {
    let files = Dictionary(BuiltInLexicons.embedded.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    var places: [Place] = []
    for (number, lexicon) in lexicons.enumerated() {
      guard let table = files[lexicon.path]?.entries else { continue }
      let starts = [0] + table.indices.filter { table[$0] == 0x0A }.map { $0 + 1 }
      for entry in lexicon.entries {
        let base = EntriesParser.identifier(entry.info.form)
        let repetition = UInt32(entry.info.id.dropFirst(base.count + 1)) ?? 1
        places.append(
          Place(
            lexicon: UInt32(number), offset: UInt32(starts[entry.line - 1]), repetition: repetition))
      }
    }
    image.append(places)
    image.append(strings: lexicons.map(\.info.name))
    image.append(strings: lexicons.map(\.path))
    image.append(strings: lexicons.map { $0.ownCategories.map(\.name).joined(separator: "\n") })
  }
}
