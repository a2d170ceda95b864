/** The paper on screen page by page, as many pages and the same breaks as it prints. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { Markup } from '../paper/markup.ts';
import styles from './paged-paper.module.css';
import { paginate, SHEET } from './paginate.ts';
import { PaperView } from './paper-view.tsx';
import { useSheetScale, type Zoom } from './use-sheet-scale.ts';

const ZOOMS = [50, 75, 100, 125, 150];

interface PagedPaperProps {
  readonly markup: Markup;
  readonly draftMark: boolean;
}

function zoomOf(chosen: string): Zoom {
  return chosen === 'fit' ? 'fit' : Number(chosen);
}

/** The number of pages, kept right whenever the paper changes. */
function usePages(markup: Markup) {
  const columns = useRef<HTMLDivElement>(null);
  const heads = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(1);
  useLayoutEffect(() => {
    if (!columns.current || !heads.current || !markup) return;
    const sheets = columns.current.parentElement;
    // Measured at full size: what is measured then holds at every other.
    if (sheets) sheets.style.transform = 'none';
    const pages = paginate(columns.current);
    heads.current.textContent = '';
    heads.current.append(...pages.heads);
    if (sheets) sheets.style.transform = '';
    setCount(pages.count);
  }, [markup]);
  return { columns, heads, count };
}

export function PagedPaper({ markup, draftMark }: PagedPaperProps) {
  const { columns, heads, count } = usePages(markup);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const room = useRef<HTMLDivElement>(null);
  const scale = useSheetScale(zoom, room);
  const sheets = useRef<HTMLDivElement>(null);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const width = count * (SHEET.width + SHEET.between) - SHEET.between;
  const setting: Record<string, string> = { '--width': `${width}mm`, '--scale': String(scale) };
  const jump = (page: number) => {
    const sheet = sheets.current?.querySelector(`[data-page="${page}"]`);
    sheet?.scrollIntoView({ inline: 'start', block: 'start' });
  };
  return (
    <>
      <p className={styles.bar} data-screen-only>
        <span role="status">共 {count} 页</span>
        <label>
          到第
          <select defaultValue={1} onChange={(event) => jump(Number(event.target.value))}>
            {numbers.map((page) => (
              <option key={page}>{page}</option>
            ))}
          </select>
          页
        </label>
        <label>
          缩放
          <select value={zoom} onChange={(event) => setZoom(zoomOf(event.target.value))}>
            <option value="fit">适合宽度</option>
            {ZOOMS.map((percent) => (
              <option key={percent} value={percent}>
                {percent}%
              </option>
            ))}
          </select>
        </label>
      </p>
      <div ref={room} className={styles.room} style={setting}>
        <div ref={sheets} className={styles.sheets}>
          {numbers.map((page) => (
            <div
              key={page}
              className={styles.sheet}
              data-page={page}
              data-draft={(draftMark && page > 1) || undefined}
              style={{ left: `${(page - 1) * (SHEET.width + SHEET.between)}mm` }}
            />
          ))}
          <div ref={columns} className={styles.columns}>
            <PaperView markup={markup} />
          </div>
          <div ref={heads} className={styles.heads} />
        </div>
      </div>
    </>
  );
}
