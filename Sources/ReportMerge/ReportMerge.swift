// The module ReportMerge; see Documentation/Architecture.md.
