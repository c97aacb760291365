// The module ReportCheck; see Documentation/Architecture.md.
