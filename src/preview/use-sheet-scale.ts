/**
 * How large the sheets are shown: as asked, or as large as lets one sheet lie whole between the sides,
 * or whole on the desk. Only the picture of the sheets is scaled, never their layout, so that lines
 * break as in print.
 */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { SHEET } from '../paper/type-setting.ts';
import { pixels } from './measure-paper.ts';

/** A percentage, 适合宽度, or 整页. */
export type Zoom = number | 'fit' | 'whole';

/** Air beside a sheet and a scroll bar that may come and go, in CSS pixels. */
const BESIDE = 48;
/** Air above and below a sheet, and the bars above it. */
const ABOVE = 120;

interface Room {
  readonly width: number;
  readonly height: number;
}

function fitting(room: Room, zoom: 'fit' | 'whole'): number {
  const across = (room.width - BESIDE) / pixels(SHEET.width);
  const down = (room.height - ABOVE) / pixels(SHEET.height);
  const most = zoom === 'fit' ? across : Math.min(across, down);
  // Never larger than life.
  return Math.min(1, Math.max(0.2, most));
}

/** The scale of the sheets in `room`, which lies in the element that scrolls. */
export function useSheetScale(zoom: Zoom, room: RefObject<HTMLElement | null>): number {
  const [size, setSize] = useState<Room>();
  useLayoutEffect(() => {
    const scroller = room.current?.parentElement;
    if (!scroller) return undefined;
    // With its scroll bars: they must not change what makes them come and go.
    const measure = () => setSize({ width: scroller.offsetWidth, height: scroller.offsetHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [room]);
  if (typeof zoom === 'number') return zoom / 100;
  return size ? fitting(size, zoom) : 1;
}
