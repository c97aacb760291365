// The module ReportMatching; see Documentation/Architecture.md.
