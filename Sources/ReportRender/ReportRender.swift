// The module ReportRender; see Documentation/Architecture.md.
