/**
 * The paper on screen page by page. The very sheets that are seen are printed, so that both break alike
 * in every browser; the way they lie on the desk and their size on screen are the screen's alone.
 */
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import { type FlowOptions, type PageRun, stretchesOf } from '../paper/flow.ts';
import { itemMarkup, type Look } from '../paper/markup.ts';
import type { Paper } from '../paper/paper.ts';
import { settingProperties } from '../paper/setting-css.ts';
import { type Arrangement, PageBar } from './page-bar.tsx';
import { PageSheet } from './page-sheet.tsx';
import styles from './paged-paper.module.css';
import { PaperView } from './paper-view.tsx';
import { usePages } from './use-pages.ts';
import { useSeenPage } from './use-seen-page.ts';
import { useSheetScale, type Zoom } from './use-sheet-scale.ts';

interface PagedPaperProps {
  readonly paper: Paper;
  readonly look: Look;
  readonly turned: NonNullable<FlowOptions['turned']>;
  /** What stands above the pages, beside their own bar. */
  readonly children: ReactNode;
}

/** The sheets bring their own margins; nothing else is printed while they are shown. */
const PRINTED_PAGE = '@page { size: A4; margin: 0; }';

export function PagedPaper({ paper, look, turned, children }: PagedPaperProps) {
  const job = useMemo(
    () => ({
      look,
      stretches: stretchesOf(paper, { turned, picture: look.picture !== undefined }),
    }),
    [paper, look, turned],
  );
  const { galley, isMeasuring, paged } = usePages(job);
  const pages = paged?.pages ?? [];
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [arrangement, setArrangement] = useState<Arrangement>('column');
  const room = useRef<HTMLDivElement>(null);
  const scale = useSheetScale(zoom, room);
  const { seen, jump } = useSeenPage(room, pages.length, arrangement);
  const properties = useMemo(() => settingProperties(look.setting), [look.setting]);
  const style = { ...properties, '--scale': String(scale) } as CSSProperties;
  return (
    <>
      <style>{PRINTED_PAGE}</style>
      <div className={styles.bars} data-screen-only>
        {children}
        <PageBar
          count={pages.length}
          seen={seen}
          onJump={jump}
          zoom={zoom}
          onZoom={setZoom}
          {...{ arrangement, onArrange: setArrangement }}
        />
      </div>
      <div ref={room} className={styles.room} data-arrangement={arrangement} style={style}>
        <article className="paper" lang="zh-CN">
          {pages.map((page, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: pages have no name but their number
              key={at}
              className={styles.frame}
              data-page={at + 1}
              data-seen={at + 1 === seen || undefined}
            >
              <PageSheet
                page={page}
                number={at + 1}
                look={paged?.job.look ?? look}
                isDraft={paper.draftMark}
              />
            </div>
          ))}
        </article>
        {isMeasuring ? <Galley galley={galley} stretches={job.stretches} look={look} /> : null}
      </div>
    </>
  );
}

interface GalleyProps {
  readonly galley: React.RefObject<HTMLDivElement | null>;
  readonly stretches: readonly PageRun[];
  readonly look: Look;
}

/** Everything without pages, never seen: only to be measured. */
function Galley({ galley, stretches, look }: GalleyProps) {
  return (
    <div ref={galley} className={`paper ${styles.galley}`} aria-hidden="true">
      {stretches.map(({ page, items }, stretch) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: made anew as a whole
        <div key={stretch} className={page === 'turned' ? `paper-turned ${styles.turned}` : ''}>
          {items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: made anew as a whole
            <PaperView key={at} markup={itemMarkup(item, look)} />
          ))}
        </div>
      ))}
    </div>
  );
}
