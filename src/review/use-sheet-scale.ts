/**
 * How large the sheets are shown: as asked, or as large as lets one sheet lie whole between the sides.
 * Only the picture of the sheets is scaled, never their layout, so that lines break as in print.
 */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { SHEET } from './paginate.ts';

/** A percentage, or 适合宽度. */
export type Zoom = number | 'fit';

/** Air beside a sheet and a scroll bar that may come and go, in CSS pixels. */
const BESIDE = 32;

const PIXELS_PER_MILLIMETRE = 96 / 25.4;

/** The scale at which one sheet fits into so many pixels; never larger than life. */
function fitting(width: number): number {
  return Math.min(1, Math.max(0.2, (width - BESIDE) / (SHEET.width * PIXELS_PER_MILLIMETRE)));
}

/** The scale of the sheets in `room`, which lies in the element that scrolls. */
export function useSheetScale(zoom: Zoom, room: RefObject<HTMLElement | null>): number {
  const [fit, setFit] = useState(1);
  useLayoutEffect(() => {
    const scroller = room.current?.parentElement;
    if (!scroller) return undefined;
    // With its scroll bars: they must not change what makes them come and go.
    const measure = () => setFit(fitting(scroller.offsetWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [room]);
  return zoom === 'fit' ? fit : zoom / 100;
}
