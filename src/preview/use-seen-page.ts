/** Which page is looked at, and the way to another. */
import { type RefObject, useEffect, useState } from 'react';

/** The number of the page of which most is seen. */
function mostSeen(shares: ReadonlyMap<Element, number>): number | undefined {
  let most: Element | undefined;
  for (const [frame, share] of shares) {
    if (share > (most ? (shares.get(most) ?? 0) : 0)) most = frame;
  }
  return most && Number(most.getAttribute('data-page'));
}

/** Watches the pages in `room`; with one at a time the page is whatever was asked for. */
export function useSeenPage(
  room: RefObject<HTMLElement | null>,
  count: number,
  arrangement: string,
): { readonly seen: number; readonly jump: (page: number) => void } {
  const [seen, setSeen] = useState(1);
  useEffect(() => {
    const frames = Array.from(room.current?.querySelectorAll('[data-page]') ?? []);
    if (arrangement === 'single' || frames.length !== count) return undefined;
    const shares = new Map<Element, number>();
    const see = (entries: readonly IntersectionObserverEntry[]) => {
      for (const { target, intersectionRatio } of entries) shares.set(target, intersectionRatio);
      const page = mostSeen(shares);
      if (page !== undefined) setSeen(page);
    };
    const observer = new IntersectionObserver(see, { threshold: [0, 0.25, 0.5, 0.75, 1] });
    for (const frame of frames) observer.observe(frame);
    return () => observer.disconnect();
  }, [room, count, arrangement]);
  const jump = (page: number) => {
    setSeen(page);
    const frame = room.current?.querySelector(`[data-page="${page}"]`);
    frame?.scrollIntoView({ inline: 'nearest', block: 'start' });
  };
  return { seen: Math.min(seen, Math.max(1, count)), jump };
}
