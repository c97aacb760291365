// The module ReportImport; see Documentation/Architecture.md.
