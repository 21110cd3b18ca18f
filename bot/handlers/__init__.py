"""One file a surface: update → corpus → render → reply."""
