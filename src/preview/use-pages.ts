/** The pages of the paper: laid out once without pages, measured, cut, before anything is seen. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { PageRun } from '../paper/flow.ts';
import type { Look } from '../paper/markup.ts';
import { type PaperPage, paginate } from '../paper/pages.ts';
import { type TypeSetting, textHeight, textWidth } from '../paper/type-setting.ts';
import { measureItems, pixels } from './measure-paper.ts';

/** What is to be paged; a new value is paged anew. */
export interface PageJob {
  readonly stretches: readonly PageRun[];
  readonly look: Look;
}

interface Paged {
  readonly job: PageJob;
  readonly pages: readonly PaperPage[];
}

/** Height of a page of a kind: a turned one is as high as the text is wide. */
function heightOf(kind: PageRun['page'], setting: TypeSetting): number {
  return pixels(kind === 'turned' ? textWidth(setting) : textHeight(setting));
}

function cut({ stretches, look }: PageJob, galley: Element): readonly PaperPage[] {
  const boxes = Array.from(galley.children);
  return stretches.flatMap((stretch, at) => {
    const box = boxes[at];
    if (!box) return [];
    return paginate(stretch, measureItems(box), heightOf(stretch.page, look.setting));
  });
}

/** The last pages that were cut, and the box in which a new job is laid out, a child for each stretch. */
export function usePages(job: PageJob): {
  readonly galley: RefObject<HTMLDivElement | null>;
  readonly isMeasuring: boolean;
  readonly paged: Paged | undefined;
} {
  const galley = useRef<HTMLDivElement>(null);
  const [paged, setPaged] = useState<Paged>();
  useLayoutEffect(() => {
    if (galley.current) setPaged({ job, pages: cut(job, galley.current) });
  }, [job]);
  return { galley, isMeasuring: paged?.job !== job, paged };
}
