"""Find personal data: rules, the local model, an optional second opinion, merged by one function."""
