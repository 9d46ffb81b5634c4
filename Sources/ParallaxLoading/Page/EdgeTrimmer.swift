import ParallaxCore

/// Takes off what hangs at the edges of an article: section names and dates before its first paragraph, lone
/// headings and short lines after its last, headings over parts that were cut.
struct EdgeTrimmer {
  let page: PageBlocks
  let selection: ContentSelector.Selection
  let shapes: [PassageShape]
  let favor: Favor

  /// Turns edges into boilerplate.
  func trim(_ roles: inout [Role?]) {
    let order = selection.blocks
    guard let first = order.first(where: isProse), var last = order.last(where: isProse) else { return }
    last = endOfList(after: last)
    if favor == .recall { return dropLabelledParts(&roles) }
    for index in order where index < first && isLabel(index, roles) { roles[index] = .boilerplate }
    for index in order.reversed() {
      if index <= last { break }
      let isLinks = roles[index] == .related && page.blocks[index].words <= 12
      if isLabel(index, roles) || isLinks || roles[index] == .subhead { roles[index] = .boilerplate }
    }
    dropLabelledParts(&roles)
    dropEmptyHeadings(&roles)
    if favor == .precision {
      for index in order where page.blocks[index].linkDensity > 0.5 && isLabel(index, roles) {
        if roles[index] == .body { roles[index] = .boilerplate }
      }
    }
  }

  /// The last item of the list that the last sentence belongs to or announces with a colon, else that
  /// sentence: short items are no labels where others of their list are text.
  private func endOfList(after last: Int) -> Int {
    let order = selection.blocks
    guard let place = order.firstIndex(of: last) else { return last }
    let isAnnounced = page.text[page.blocks[last].text].last == 0x3A
    guard isAnnounced || page.blocks[last].kind == .listItem else { return last }
    var end = last
    for index in order[(place + 1)...] {
      let block = page.blocks[index]
      guard block.kind == .listItem, block.linkDensity < 0.5, index == end + 1 else { break }
      end = index
    }
    return end
  }

  /// Parts whose heading says that they are not the article: links to other stories, the author's life,
  /// comments.
  private func dropLabelledParts(_ roles: inout [Role?]) {
    let order = selection.blocks
    var seenWords = 0
    var part: SectionLabels.Part?
    var level: UInt8 = 0
    for (place, index) in order.enumerated() {
      let block = page.blocks[index]
      defer { seenWords += block.words }
      let isLabel = block.kind == .heading || block.words <= 6 && block.sentenceEnds == 0
      if isLabel, seenWords > 40, let found = SectionLabels.part(shapes[index]) {
        part = found
        level = block.kind == .heading ? block.level : 2
        roles[index] = found == .related ? .related : .boilerplate
        if found == .comments {
          let rest = order[place...].reduce(0) { $0 + page.blocks[$1].words }
          guard block.kind == .heading || rest * 4 < seenWords else {
            part = nil
            continue
          }
          for later in order[place...] { roles[later] = .boilerplate }
          return
        }
        continue
      }
      guard let current = part else { continue }
      let isHeading = block.kind == .heading && block.level <= level && block.linkDensity < 0.5
      let isText = block.words >= 30 && block.linkDensity < 0.3
      if current == .related, isHeading || isText {
        part = nil
      } else if current == .author, isHeading || block.words > 120 {
        part = nil
      } else if current == .related {
        if block.linkDensity > 0.4 || block.words <= 20 { roles[index] = .related }
      } else if roles[index] == .body {
        roles[index] = .byline
      }
    }
  }

  /// A sentence of some length.
  private func isProse(_ index: Int) -> Bool {
    let block = page.blocks[index]
    return block.kind != .heading && block.words >= 12 && block.sentenceEnds + block.commas > 0
      && block.linkDensity < 0.5
  }

  /// A few words that are no sentence and no heading.
  private func isLabel(_ index: Int, _ roles: [Role?]) -> Bool {
    let block = page.blocks[index]
    guard roles[index] == .body || roles[index] == .listItem else { return false }
    return block.words <= 6 && block.sentenceEnds == 0 || block.linkDensity > 0.8 && block.words <= 12
  }

  /// A heading whose part was cut stands directly before the next one of its level or above.
  private func dropEmptyHeadings(_ roles: inout [Role?]) {
    let order = selection.blocks.filter { roles[$0] != .boilerplate }
    for (place, index) in order.enumerated() where roles[index] == .subhead && place + 1 < order.count {
      let next = order[place + 1]
      guard roles[next] == .subhead, page.blocks[next].level <= page.blocks[index].level else { continue }
      if next > index + 1 { roles[index] = .boilerplate }
    }
  }
}
