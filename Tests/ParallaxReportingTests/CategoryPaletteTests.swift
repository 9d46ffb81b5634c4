import ParallaxCore
import Testing

@testable import ParallaxReporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct CategoryPaletteTests {
  private typealias RGB = CategoryPalette.RGB

  /// Contrast as WCAG 2.2 defines it.
  private func contrast(_ a: RGB, _ b: RGB) -> Double {
    func luminance(_ color: RGB) -> Double {
      func linear(_ value: Int) -> Double {
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }
    let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  /// `share` percent of `color` over `ground`.
  private func mix(_ color: RGB, _ share: Int, over ground: RGB) -> RGB {
    func channel(_ top: Int, _ bottom: Int) -> Int { (top * share + bottom * (100 - share)) / 100 }
    return RGB(
      channel(color.red, ground.red) << 16 | channel(color.green, ground.green) << 8
        | channel(color.blue, ground.blue))
  }

  private let grounds: [(name: String, light: RGB, dark: RGB)] = [
    ("paper", CategoryPalette.paper.light, CategoryPalette.paper.dark),
    ("direct", RGB(0xE3EBF4), RGB(0x203040)), ("indirect", RGB(0xEEF1F5), RGB(0x1D242D)),
    ("excerpt", RGB(0xF2EBDA), RGB(0x2B2618)),
  ]

  @Test(arguments: CategoryPalette.pairs.map(\.className))
  func letterIsLegible(_ name: String) throws {
    let pair = try #require(CategoryPalette.pairs.first { $0.className == name })
    for ground in grounds {
      for tint in [0] + CategoryPalette.tints {
        let light = contrast(pair.light, mix(pair.light, tint, over: ground.light))
        let dark = contrast(pair.dark, mix(pair.dark, tint, over: ground.dark))
        // Letters on a highlight repeat what colour, underline and list say: 3:1 as for graphics.
        let floor = tint == 0 ? 4.5 : 3.0
        #expect(light >= floor, "\(name) on \(ground.name), \(tint)%: \(light)")
        #expect(dark >= floor, "\(name) on dark \(ground.name), \(tint)%: \(dark)")
      }
    }
  }

  @Test(arguments: CategoryPalette.pairs.map(\.className))
  func textIsLegibleOnHighlights(_ name: String) throws {
    let pair = try #require(CategoryPalette.pairs.first { $0.className == name })
    let ink = CategoryPalette.ink
    let strongest = try #require(CategoryPalette.tints.max())
    for ground in grounds {
      let light = contrast(ink.light, mix(pair.light, strongest, over: ground.light))
      let dark = contrast(ink.dark, mix(pair.dark, strongest, over: ground.dark))
      #expect(light >= 4.5 && dark >= 4.5, "\(name) on \(ground.name): \(light), \(dark)")
    }
  }

  @Test(arguments: CategoryPalette.pairs.map(\.className))
  func tagIsLegible(_ name: String) throws {
    let pair = try #require(CategoryPalette.pairs.first { $0.className == name })
    #expect(contrast(pair.light, CategoryPalette.paper.light) >= 4.5)
    #expect(contrast(pair.dark, CategoryPalette.paper.dark) >= 4.5)
  }

  @Test func everyCategoryHasItsOwnColourAndLetter() {
    #expect(Set(CategoryPalette.pairs.map(\.light.css)).count == CategoryPalette.pairs.count)
    #expect(Set(CategoryPalette.pairs.map(\.dark.css)).count == CategoryPalette.pairs.count)
    #expect(Set(CategoryStyle.codebook.map(\.tag)).count == CategoryStyle.codebook.count)
    #expect(Set(CategoryStyle.codebook.map(\.category)) == Set(Category.codebook))
    for style in CategoryStyle.codebook {
      #expect(CategoryPalette.pairs.contains { $0.className == style.className }, "\(style.label)")
    }
  }

  /// Inside a family, where hues are neighbours, no two categories share an underline.
  @Test func familiesDifferInUnderline() {
    for family in CategoryStyle.Family.allCases {
      let lines = CategoryStyle.codebook.filter { $0.family == family }.map(\.line)
      #expect(Set(lines).count == lines.count, "\(family)")
    }
  }

  @Test func everyFrameHasAName() {
    for frame in Category.frames {
      #expect(FrameName.label(frame) != String(frame.name.dropFirst(6)), "\(frame)")
    }
  }
}
