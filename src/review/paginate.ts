/**
 * Pages on screen as they print. The browser itself breaks the paper into columns of one page's
 * height, by the same rules it prints with; the one thing it leaves out there is the repeated head of
 * a table, so that its height is kept free at the top of the next page and a copy laid over it.
 */

/** A4, its margins and the room between two pages on screen, in millimetres. */
export const SHEET = { width: 210, height: 297, side: 22, top: 25, between: 16 } as const;

const TEXT_WIDTH = SHEET.width - 2 * SHEET.side;
const STEP = SHEET.width + SHEET.between;

function columnOf(element: Element, base: DOMRect): number {
  const step = (base.width * STEP) / TEXT_WIDTH;
  return Math.round((element.getBoundingClientRect().left - base.left) / step);
}

/** The head of a table where it is seen again, laid over the place kept for it. */
function repeatedHead(
  table: HTMLTableElement,
  head: Element,
  row: Element,
  base: DOMRect,
): Element {
  const copy = table.cloneNode(false) as HTMLTableElement;
  const columns = table.querySelector('colgroup');
  copy.append(...(columns ? [columns.cloneNode(true)] : []), head.cloneNode(true));
  copy.setAttribute('aria-hidden', 'true');
  const { left, top } = row.getBoundingClientRect();
  copy.style.left = `${left - base.left}px`;
  copy.style.top = `${top - base.top}px`;
  copy.style.width = `${head.getBoundingClientRect().width}px`;
  return copy;
}

/** Keeps room for the head wherever the table goes on to another page; gives the copies. */
function repeatHead(table: HTMLTableElement, base: DOMRect): readonly Element[] {
  const head = table.tHead;
  if (!head) return [];
  const height = head.getBoundingClientRect().height;
  const copies: Element[] = [];
  let column = columnOf(head, base);
  for (const body of Array.from(table.tBodies)) {
    for (const row of Array.from(body.rows)) {
      const own = columnOf(row, base);
      if (own === column) continue;
      column = own;
      row.style.setProperty('--repeated', `${height}px`);
      row.setAttribute('data-repeated', '');
      copies.push(repeatedHead(table, head, row, base));
    }
  }
  return copies;
}

/** Breaks the paper in `columns` into pages; gives their number and the heads to lay over them. */
export function paginate(columns: HTMLElement): {
  readonly count: number;
  readonly heads: readonly Element[];
} {
  for (const row of Array.from(columns.querySelectorAll('[data-repeated]'))) {
    row.removeAttribute('data-repeated');
  }
  const base = columns.getBoundingClientRect();
  const tables = Array.from(columns.querySelectorAll('table'));
  const heads = tables.flatMap((table) => repeatHead(table, base));
  const step = (base.width * STEP) / TEXT_WIDTH;
  const between = step - base.width;
  return { count: Math.max(1, Math.round((columns.scrollWidth + between) / step)), heads };
}
