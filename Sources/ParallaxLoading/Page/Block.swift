import ParallaxCore

/// A stretch of a page's text that no block element interrupts: a paragraph, heading, list item, table row.
struct Block {
  /// What markup says the block is.
  enum Kind: UInt8 {
    case paragraph
    case heading
    case listItem
    case caption
    case tableRow
    case preformatted
    case term
  }

  var kind: Kind
  /// Where its text stands in `PageBlocks.text`, white space folded.
  var text: Range<Int>
  /// The block element that holds it.
  var node: Int
  /// Nodes from its first to one past its last text.
  var nodes: Range<Int>
  /// Heading level, 0 for others.
  var level: UInt8 = 0
  /// Bytes inside links that lead elsewhere.
  var linkBytes = 0
  /// In short blocks, offsets at which an inline element begins or ends.
  var seams: [Int] = []
  /// Whether an element inside, or the one it stands in, is said to name the author.
  var namesAuthor = false
  /// Whether an inline element inside is said to be a caption.
  var namesCaption = false
  /// Inline markup, offsets from the block's start.
  var marks: [InlineMark] = []

  // Counted from the text.
  /// Words; where words are not set apart by blanks, what their length amounts to.
  var words = 0
  /// Marks that end a sentence.
  var sentenceEnds = 0
  /// Commas, colons, semicolons and their kin.
  var commas = 0

  /// Length in bytes.
  var length: Int { text.count }
  /// Share of the text inside links, 0 to 1.
  var linkDensity: Double { text.isEmpty ? 0 : Double(linkBytes) / Double(text.count) }
}

/// A page as a row of blocks.
struct PageBlocks {
  /// Texts of all blocks one after another.
  var text: [UInt8] = []
  var blocks: [Block] = []

  func bytes(_ block: Block) -> [UInt8] { Array(text[block.text]) }
}
