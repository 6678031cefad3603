"""What benchmarks share: databases of their own, servers as in production, a small load client."""
