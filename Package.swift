// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// `make build` has the lexicons compiled beforehand; see Lexicons/embed.c.
let takesCompiledLexicons = Context.environment["PARALLAX_COMPILED_LEXICONS"] != nil

let package = Package(
  name: "parallax",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "parallax", targets: ["parallax-cli"]),
    .library(name: "ParallaxKit", targets: ["ParallaxKit"]),
    .library(name: "ParallaxLexiconFormats", targets: ["ParallaxLexiconFormats"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  // In pipeline order: each target depends only on targets above it.
  targets: [
    // C: the system's libraries, and the data files that travel inside the binary.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "CLexiconData", path: "Lexicons", exclude: ["README.md", "en"],
      sources: ["embed.c"], publicHeadersPath: "include",
      cSettings: takesCompiledLexicons ? [.define("PARALLAX_COMPILED_LEXICONS")] : []),
    .target(name: "CCurl"),
    .target(name: "CSQLite"),
    .target(
      name: "CReportTemplates", path: "Reports", exclude: ["Demo", "Samples", "Templates"],
      sources: ["embed.c"],
      publicHeadersPath: "include"),
    .target(
      name: "CBackgroundWords", path: "Background", exclude: ["README.md", "words-en.tsv"],
      sources: ["embed.c"], publicHeadersPath: "include"),

    // The pipeline.
    .target(name: "ParallaxCore", swiftSettings: settings),
    .target(
      name: "ParallaxLexicon", dependencies: ["ParallaxCore", "CLexiconData"], swiftSettings: settings),
    .target(
      name: "ParallaxLoading", dependencies: ["ParallaxCore", "CLibXML2", "CZlib"], swiftSettings: settings),
    .target(name: "ParallaxSegmentation", dependencies: ["ParallaxCore"], swiftSettings: settings),
    .target(name: "ParallaxAttribution", dependencies: ["ParallaxCore"], swiftSettings: settings),
    .target(
      name: "ParallaxMatching", dependencies: ["ParallaxCore", "ParallaxLexicon", "CLexiconData"],
      swiftSettings: settings),
    .target(
      name: "ParallaxStance", dependencies: ["ParallaxCore", "ParallaxAttribution"], swiftSettings: settings),
    .target(name: "ParallaxScoring", dependencies: ["ParallaxCore"], swiftSettings: settings),
    .target(
      name: "ParallaxComparison",
      dependencies: ["ParallaxCore", "ParallaxStance", "ParallaxScoring", "CBackgroundWords"],
      swiftSettings: settings),
    .target(
      name: "ParallaxReporting",
      dependencies: [
        "ParallaxCore", "ParallaxSegmentation", "ParallaxScoring", "ParallaxComparison", "CReportTemplates",
      ],
      swiftSettings: settings),
    .target(
      name: "ParallaxKit",
      dependencies: [
        "ParallaxCore", "ParallaxLexicon", "ParallaxLoading", "ParallaxSegmentation",
        "ParallaxAttribution", "ParallaxMatching", "ParallaxStance", "ParallaxScoring", "ParallaxComparison",
        "ParallaxReporting",
      ],
      swiftSettings: settings),
    .target(
      name: "ParallaxFetching", dependencies: ["ParallaxCore", "ParallaxLoading", "CCurl"],
      swiftSettings: settings),
    // The database of a batch; used by the command line alone.
    .target(
      name: "ParallaxStorage", dependencies: ["ParallaxCore", "ParallaxReporting", "CSQLite"],
      swiftSettings: settings),
    // Gold, agreement and judged samples; beside the pipeline, whose results it reads as data.
    .target(
      name: "ParallaxEvaluation", dependencies: ["ParallaxCore", "ParallaxScoring"], swiftSettings: settings),
    // Dictionaries of other programs; beside the pipeline, since nothing in it needs them.
    .target(
      name: "ParallaxLexiconFormats",
      dependencies: [
        "ParallaxCore", "ParallaxLexicon", "CLibXML2", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "parallax-cli",
      dependencies: [
        "ParallaxKit", "ParallaxEvaluation", "ParallaxLexiconFormats", "ParallaxFetching", "ParallaxStorage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),

    // Speed, as ratios in one run: `make benchmark`.
    .executableTarget(
      name: "parallax-benchmarks", dependencies: ["ParallaxKit", "CLibXML2"],
      path: "Tests/ParallaxBenchmarks", swiftSettings: settings),

    // Whether tests between outlets keep their promise: `make evaluate-compare`.
    .executableTarget(
      name: "parallax-null-splits", dependencies: ["ParallaxKit"], path: "Evaluation/Compare",
      swiftSettings: settings),

    // Mutated input against loader and analyzer: `make fuzz`.
    .target(
      name: "ParallaxFuzzing", dependencies: ["ParallaxKit"], path: "Tests/ParallaxFuzzing",
      swiftSettings: settings),
    .executableTarget(
      name: "parallax-fuzz", dependencies: ["ParallaxFuzzing", "ParallaxKit"], path: "Tests/ParallaxFuzz",
      swiftSettings: settings),

    // Tests, one target per module.
    .target(
      name: "ParallaxTestSupport",
      dependencies: ["ParallaxCore", "ParallaxKit", "CZlib"], path: "Tests/ParallaxTestSupport",
      swiftSettings: settings),
    .testTarget(name: "ParallaxCoreTests", dependencies: ["ParallaxCore"], swiftSettings: settings),
    .testTarget(
      name: "ParallaxLexiconTests", dependencies: ["ParallaxLexicon", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxEvaluationTests", dependencies: ["ParallaxEvaluation", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxLexiconFormatsTests",
      dependencies: [
        "ParallaxLexiconFormats", "ParallaxKit", "ParallaxTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxLoadingTests",
      dependencies: ["ParallaxLoading", "ParallaxFuzzing", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxSegmentationTests", dependencies: ["ParallaxSegmentation", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxAttributionTests",
      dependencies: ["ParallaxAttribution", "ParallaxSegmentation", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxMatchingTests",
      dependencies: [
        "ParallaxMatching", "ParallaxSegmentation", "ParallaxAttribution", "ParallaxTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxStanceTests", dependencies: ["ParallaxStance", "ParallaxKit", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxScoringTests", dependencies: ["ParallaxScoring", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxComparisonTests",
      dependencies: ["ParallaxComparison", "ParallaxKit", "ParallaxTestSupport"],
      exclude: ["Data"], swiftSettings: settings),
    .testTarget(
      name: "ParallaxReportingTests",
      dependencies: ["ParallaxReporting", "ParallaxKit", "ParallaxTestSupport"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "ParallaxKitTests", dependencies: ["ParallaxKit"], swiftSettings: settings),
    .testTarget(
      name: "ParallaxFetchingTests", dependencies: ["ParallaxFetching", "ParallaxTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ParallaxStorageTests",
      dependencies: ["ParallaxStorage", "ParallaxReporting", "ParallaxTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "ParallaxKit", "ParallaxFetching", "ParallaxStorage", "parallax-cli", "ParallaxTestSupport",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
