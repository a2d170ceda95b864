/**
 * A small line of values over equal steps, broken where a value is missing. Decoration beside a
 * table that says the same in figures, and so hidden from screen readers.
 */
import styles from './sparkline.module.css';

const WIDTH = 160;
const HEIGHT = 36;
const MARGIN = 4;

interface SparklineProps {
  readonly values: readonly (number | undefined)[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointsOf(values: readonly (number | undefined)[]): readonly (Point | undefined)[] {
  const known = values.filter((value) => value !== undefined);
  const highest = Math.max(1, ...known);
  const lowest = Math.min(0, ...known);
  const step = values.length > 1 ? (WIDTH - 2 * MARGIN) / (values.length - 1) : 0;
  return values.map((value, at) =>
    value === undefined
      ? undefined
      : {
          x: MARGIN + at * step,
          y: MARGIN + ((highest - value) / (highest - lowest)) * (HEIGHT - 2 * MARGIN),
        },
  );
}

/** One path: a stroke goes on from the point before, and begins anew after a gap. */
function pathOf(points: readonly (Point | undefined)[]): string {
  return points
    .map((point, at) => (point ? `${points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}` : ''))
    .join('');
}

export function Sparkline({ values }: SparklineProps) {
  const points = pointsOf(values);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={pathOf(points)} />
      {points.map((point) =>
        point ? <circle key={point.x} cx={point.x} cy={point.y} r="2.5" /> : null,
      )}
    </svg>
  );
}
