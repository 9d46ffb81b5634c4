import ParallaxCore

/// Tells tables of data from tables that only arrange the page.
enum DataTable {
  /// Whether the rows of a table read as rows: several cells each, all of them short, no tables inside.
  ///
  /// - Complexity: O(n), and a table inside ends the look.
  static func isData(_ tree: PageTree, _ table: Int) -> Bool {
    var rows = 0
    var cells = 0
    var headers = 0
    var bytes = 0
    var blocks = 0
    var at = table + 1
    while at < Int(tree.nodes[table].end) {
      let node = tree.nodes[at]
      switch node.tag {
      case .table: return false
      case .tr: rows += 1
      case .td: cells += 1
      case .th:
        cells += 1
        headers += 1
      case .p, .div, .h1, .h2, .h3, .ul, .ol, .section, .article, .form: blocks += 1
      case .text: bytes += Int(node.textEnd - node.textStart)
      default: break
      }
      at += 1
    }
    guard rows >= 2, cells >= 2 * rows - rows / 2 else { return false }
    if headers > 0 { return bytes <= 400 * cells }
    return bytes <= 120 * cells && blocks <= cells
  }
}
