// The module Zip; see Documentation/Architecture.md.
