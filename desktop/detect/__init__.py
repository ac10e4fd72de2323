"""Find personal data: rules, the local model, a second opinion, merged by one function."""
