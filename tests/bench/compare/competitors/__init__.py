"""What is measured: one module each, with `prepare(work) -> Job`, and `VERSIONS`, the packages that it rests on."""
