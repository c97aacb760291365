// The module ReportModel; see Documentation/Architecture.md.
