"""Juesuan: reproducible audits of published departmental final accounts (部门决算公开)."""
