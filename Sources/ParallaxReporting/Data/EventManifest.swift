import ParallaxComparison
import ParallaxCore

/// Articles grouped into events as a manifest, which a person corrects and `compare --manifest` reads.
///
/// A row per article, those of one event together: `path,id,event,sure,title,outlet,date,genre,next,words`.
public struct EventManifest: Sendable {
  /// An article as a manifest names it.
  public struct Row: Sendable, Equatable {
    /// Path or address.
    public var path: String
    /// Identifier in a file of many articles; nil for a file that is one article.
    public var id: String?
    /// Title.
    public var title: String?
    /// Publication.
    public var outlet: String?
    /// Date of publication.
    public var date: String?
    /// What sort of article it is.
    public var genre: Metadata.Genre

    /// Names an article.
    ///
    /// - Parameters:
    ///   - path: Where it is, as the manifest says it.
    ///   - id: Its identifier, for an article in a file of many.
    public init(path: String, id: String?, metadata: Metadata) {
      self.path = path
      self.id = id
      title = metadata.title
      outlet = metadata.outlet
      date = metadata.published
      genre = metadata.genre
    }
  }

  private let rows: [Row]
  private let grouping: EventGrouping
  private let least: Int

  /// - Parameters:
  ///   - rows: The articles in the order in which they were grouped.
  ///   - least: Articles that an event must have to be written.
  public init(_ rows: [Row], _ grouping: EventGrouping, least: Int = 1) {
    self.rows = rows
    self.grouping = grouping
    self.least = least
  }

  /// The manifest as a table.
  public func csv() -> [UInt8] {
    var csv = CSVWriter(header: [
      "path", "id", "event", "sure", "title", "outlet", "date", "genre", "next", "words",
    ])
    forEach { row, event, member in
      csv.cell(row.path)
      csv.cell(row.id)
      csv.cell(event)
      csv.cell(Self.sureness(member))
      csv.cell(row.title)
      csv.cell(row.outlet)
      csv.cell(row.date)
      csv.cell(row.genre == .unknown ? nil : row.genre.rawValue)
      csv.cell(member.next.map { grouping.events[$0].name })
      csv.cell(member.words.joined(separator: " · "))
      csv.endRow()
    }
    return csv.bytes
  }

  /// The manifest as an array of objects, one a line.
  public func json() -> [UInt8] {
    var lines: [[UInt8]] = []
    forEach { row, event, member in
      var json = JSONWriter(capacity: 512)
      json.object { json in
        json.field("path", row.path)
        json.field("id", row.id)
        json.field("event", event)
        json.field("sure", Self.sureness(member))
        json.field("title", row.title)
        json.field("outlet", row.outlet)
        json.field("date", row.date)
        json.field("genre", row.genre == .unknown ? nil : row.genre.rawValue)
        json.field("next", member.next.map { grouping.events[$0].name })
        json.array("words") { json in for word in member.words { json.value(word) } }
      }
      lines.append(json.bytes)
    }
    return Array("[\n".utf8) + Array(lines.joined(separator: Array(",\n".utf8))) + Array("\n]\n".utf8)
  }

  private func forEach(_ body: (Row, String, EventGrouping.Membership) -> Void) {
    for event in grouping.events where event.articles.count >= least {
      for article in event.articles { body(rows[article], event.name, grouping.memberships[article]) }
    }
  }

  private static func sureness(_ member: EventGrouping.Membership) -> Double {
    (member.sureness * 100).rounded() / 100
  }
}
