// Search and sort in the tables of a page; without it the tables stand as they are.
(() => {
  const language = document.documentElement.lang.startsWith("zh") ? 0 : 1;
  const find = ["在表中查找", "Find in this table"][language];
  const least = 8; // rows from which a table is searched and sorted
  const number = text => {
    const digits = text.replace(/[,%\s]/g, "");
    return /^[-+−]?\d+(\.\d+)?$/.test(digits) ? Number(digits.replace("−", "-")) : null;
  };
  const compare = (a, b) => {
    const [left, right] = [number(a), number(b)];
    if (left !== null && right !== null) return left - right;
    if (left !== null || right !== null) return left === null ? -1 : 1;
    return a.localeCompare(b, "zh");
  };
  for (const table of document.querySelectorAll("section table")) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < least || table.closest("details, .evidence")) continue;
    const search = document.createElement("input");
    search.type = "search";
    search.placeholder = find;
    search.setAttribute("aria-label", `${find}: ${table.caption ? table.caption.textContent : ""}`);
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase();
      for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    });
    table.closest(".scroll").before(search);
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const up = cell.getAttribute("aria-sort") !== "ascending";
        for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", up ? "ascending" : "descending");
        const text = row => row.cells[column].textContent.trim();
        const rows = [...body.rows].sort((a, b) => compare(text(a), text(b)) * (up ? 1 : -1));
        body.append(...rows);
      });
    });
  }
})();
