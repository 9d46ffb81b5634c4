// One import gives a user the stages' types.
@_exported import ParallaxAttribution
@_exported import ParallaxComparison
@_exported import ParallaxCore
@_exported import ParallaxLexicon
@_exported import ParallaxLoading
@_exported import ParallaxMatching
@_exported import ParallaxReporting
@_exported import ParallaxScoring
@_exported import ParallaxSegmentation
@_exported import ParallaxStance
