"""What heads the parts of a disclosure, as patterns: 第一部分, or 第一章 with 第一节 within it."""

PART = r"第[一二三四五六七八九十]+(?:部分|章)"
PART_OR_SECTION = r"第[一二三四五六七八九十]+(?:部分|章|节)"
