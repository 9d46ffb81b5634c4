import ParallaxKit

/// What a batch has done, an entry for each input, so that a run that was killed can go on.
///
///     {"schema":"parallax.journal/1","run":"…"}
///     {"key":"…","ends":[…],"sum":"…","words":[…],"outlet":"…"}
///     {"synced":4096}
///     {"complete":true}
///
/// `ends` are the lengths of the result files with what the input added to them. An entry is written after its
/// results, so whatever stands behind the ends of the last whole entry is left over from an input that was not
/// finished. `sum` tells, after a loss of power, whether the results of the inputs since the last `synced`
/// reached the disk.
enum Journal {
  static let schema = "parallax.journal/1"
  /// Folder of the journal and of what else is of no use to people, inside the results.
  static let folder = ".batch"
  static let path = folder + "/journal.jsonl"

  /// What is noted of one input.
  struct Entry {
    /// The input; of one that failed, the failure.
    var key: ContentKey
    /// Lengths of the result files, in the order of `ResultFile`.
    var ends: [Int]
    /// Fingerprint of what was added.
    var sum: UInt64
    /// Facts for the totals; nil for an input that failed.
    var summary: BatchSummary?

    /// The entry as a line.
    var line: [UInt8] {
      var json = JSONWriter(capacity: 512)
      json.object { json in
        json.field("key", "\(key)")
        json.array("ends") { json in for end in ends { json.value(end) } }
        json.field("sum", ContentKey.digits(sum))
        if let summary {
          if let outlet = summary.outlet { json.field("outlet", outlet) }
          json.array("words") { json in
            json.value(summary.words)
            json.value(summary.authorWords)
          }
          if let framing = summary.framing { json.field("framing", framing) }
          json.array("counts") { json in for count in summary.counts { json.value(count) } }
        }
      }
      json.newline()
      return json.bytes
    }

    init(key: ContentKey, ends: [Int], sum: UInt64, summary: BatchSummary?) {
      self.key = key
      self.ends = ends
      self.sum = sum
      self.summary = summary
    }

    /// Reads a line; nil when it is no entry.
    init?(_ json: JSONValue) {
      guard let key = json["key"]?.string.flatMap({ ContentKey($0) }),
        let ends = json["ends"]?.array?.compactMap(\.integer), ends.count == ResultFile.allCases.count,
        let sum = json["sum"]?.string.flatMap({ UInt64($0, radix: 16) })
      else { return nil }
      self.init(key: key, ends: ends, sum: sum, summary: nil)
      if let words = json["words"]?.array?.compactMap(\.integer), words.count == 2 {
        summary = BatchSummary(
          outlet: json["outlet"]?.string, words: words[0], authorWords: words[1],
          framing: json["framing"]?.integer, counts: json["counts"]?.array?.compactMap(\.integer) ?? [])
      }
    }
  }

  /// The line a journal begins with.
  static func header(run: String) -> [UInt8] {
    var json = JSONWriter(capacity: 128)
    json.object { json in
      json.field("schema", schema)
      json.field("run", run)
    }
    json.newline()
    return json.bytes
  }

  /// The note that everything before it is on the disk.
  static func synced(_ count: Int) -> [UInt8] { Array("{\"synced\":\(count)}\n".utf8) }

  /// The note that all inputs were worked through.
  static let complete = Array("{\"complete\":true}\n".utf8)
}
