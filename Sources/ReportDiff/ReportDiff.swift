// The module ReportDiff; see Documentation/Architecture.md.
