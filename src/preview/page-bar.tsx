/** What can be done with the pages on screen: how many there are, the way to one, how they lie, how large. */
import styles from './page-bar.module.css';
import type { Zoom } from './use-sheet-scale.ts';

/** 上下连续: one below the other; 并排: as many beside each other as there is room for. */
export type Arrangement = 'column' | 'beside' | 'single';

const ZOOMS = [50, 75, 100, 125, 150, 200];

const ARRANGEMENTS: readonly (readonly [Arrangement, string])[] = [
  ['column', '上下连续'],
  ['beside', '并排'],
  ['single', '一次一页'],
];

interface PageBarProps {
  readonly count: number;
  readonly seen: number;
  readonly onJump: (page: number) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

function zoomOf(chosen: string): Zoom {
  return chosen === 'fit' || chosen === 'whole' ? chosen : Number(chosen);
}

export function PageBar(props: PageBarProps) {
  const { zoom, onZoom, arrangement, onArrange } = props;
  return (
    <div className={styles.bar}>
      <PageJump {...props} />
      <label>
        排列
        <select
          value={arrangement}
          onChange={(event) => onArrange(event.target.value as Arrangement)}
        >
          {ARRANGEMENTS.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        缩放
        <select value={zoom} onChange={(event) => onZoom(zoomOf(event.target.value))}>
          <option value="fit">适合宽度</option>
          <option value="whole">整页</option>
          {ZOOMS.map((percent) => (
            <option key={percent} value={percent}>
              {percent}%
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function PageJump({ count, seen, onJump }: PageBarProps) {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return (
    <>
      <span role="status">共 {count} 页</span>
      <button type="button" disabled={seen <= 1} onClick={() => onJump(seen - 1)}>
        上一页
      </button>
      <label>
        第
        <select
          aria-label="到第几页"
          value={seen}
          onChange={(event) => onJump(Number(event.target.value))}
        >
          {numbers.map((page) => (
            <option key={page}>{page}</option>
          ))}
        </select>
        页
      </label>
      <button type="button" disabled={seen >= count} onClick={() => onJump(seen + 1)}>
        下一页
      </button>
    </>
  );
}
