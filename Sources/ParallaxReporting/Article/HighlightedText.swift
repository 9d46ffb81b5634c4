import ParallaxCore

/// Cuts a paragraph at the edges of voices and findings, so that overlapping and nested ones are all drawn.
///
/// Elements nest: a voice outside, then findings, those that begin earlier outside those that begin later.
/// Where two cross, the inner one is closed and opened again, so it has several pieces.
struct HighlightedText: Sendable {
  /// What is drawn over a stretch of text.
  struct Layer: Sendable, Equatable {
    /// What it is.
    enum Kind: Sendable, Equatable {
      /// A voice segment, by its index in `VoicedArticle.segments`.
      case voice(Int)
      /// A finding, by its index in `Analysis.findings`.
      case finding(Int)
      /// A match that does not count, by its index in `Analysis.notCounted`.
      case omitted(Int)
    }
    let kind: Kind
    let span: TextSpan
  }

  /// A step in writing the paragraph.
  enum Step: Equatable {
    /// Begins a piece of a layer; `isFirst` for its first piece.
    case open(Layer.Kind, isFirst: Bool)
    /// Ends a piece; `isLast` for its last.
    case close(Layer.Kind, isLast: Bool)
    /// Writes text.
    case text(TextSpan)
  }

  /// The steps that write `paragraph`.
  ///
  /// - Parameters:
  ///   - voices: Disjoint layers, in order.
  ///   - findings: Layers in any order; parts outside the paragraph are cut off, empty ones left out.
  /// - Complexity: O(n log n + n·d) for n layers that lie at most d deep.
  static func steps(paragraph: TextSpan, voices: [Layer], findings: [Layer]) -> [Step] {
    let layers = order(voices, within: paragraph) + order(findings, within: paragraph)
    var edges = [paragraph.start, paragraph.end]
    for layer in layers {
      edges.append(layer.span.start)
      edges.append(layer.span.end)
    }
    edges.sort()
    // Layers by start: `waiting` walks them once while `edges` walks the text once.
    let byStart = layers.indices.sorted {
      layers[$0].span.start != layers[$1].span.start ? layers[$0].span.start < layers[$1].span.start : $0 < $1
    }
    var waiting = 0
    var stack: [Int] = []
    var opened = Set<Int>()
    var steps: [Step] = []
    var at = paragraph.start
    for edge in edges where edge > at || edge == paragraph.start || edge == paragraph.end {
      if edge > at {
        steps.append(.text(TextSpan(at, edge)))
        at = edge
      }
      var wanted = stack.filter { layers[$0].span.end > edge }
      while waiting < byStart.count, layers[byStart[waiting]].span.start <= edge {
        if layers[byStart[waiting]].span.end > edge { wanted.append(byStart[waiting]) }
        waiting += 1
      }
      wanted.sort()
      var kept = 0
      while kept < stack.count, kept < wanted.count, stack[kept] == wanted[kept] { kept += 1 }
      for index in stack[kept...].reversed() {
        steps.append(.close(layers[index].kind, isLast: layers[index].span.end <= edge))
      }
      for index in wanted[kept...] {
        steps.append(.open(layers[index].kind, isFirst: opened.insert(index).inserted))
      }
      stack = wanted
    }
    return steps
  }

  private static func order(_ layers: [Layer], within paragraph: TextSpan) -> [Layer] {
    layers.compactMap { layer in
      let span = TextSpan(max(layer.span.start, paragraph.start), min(layer.span.end, paragraph.end))
      return span.isEmpty ? nil : Layer(kind: layer.kind, span: span)
    }
    .enumerated().sorted { a, b in
      if a.element.span.start != b.element.span.start { return a.element.span.start < b.element.span.start }
      if a.element.span.end != b.element.span.end { return a.element.span.end > b.element.span.end }
      return a.offset < b.offset
    }
    .map(\.element)
  }
}
