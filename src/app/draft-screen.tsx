/**
 * One draft at work: bar, guide, the page at hand, findings. Composes the screens, which do not know
 * each other.
 */
import { useEffect, useState } from 'react';
import { BASICS } from '../checks/finding.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { FindingsPanel } from '../review/findings-panel.tsx';
import { OpenRemarks } from '../review/open-remarks.tsx';
import { createValueStore, useStore } from '../ui/store.ts';
import { DraftPage } from './draft-page.tsx';
import styles from './draft-screen.module.css';
import { findingActions, historyKeys, useGo } from './moves.ts';
import { CHECK_PAGE, isPage, PREVIEW_PAGE } from './place.ts';
import { SectionRail } from './section-rail.tsx';
import type { Services } from './services.ts';
import { TopBar } from './top-bar.tsx';

interface DraftScreenProps {
  readonly open: OpenDraft;
  readonly place: string;
  readonly services: Services;
  readonly hrefOf: (page: string) => string;
  readonly onGo: (page: string) => void;
}

export function DraftScreen({ open, place, services, hrefOf, onGo }: DraftScreenProps) {
  const format = useStore(open, (state) => state.report.format);
  const page = isPage(format, place) ? place : BASICS;
  const [spotlight] = useState(() => createValueStore<readonly string[]>([]));
  const go = useGo(open, page, onGo);
  const actions = findingActions(open, spotlight, go);
  useEffect(() => open.setPlace(page), [open, page]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole page pass through here
    <div className={styles.screen} onKeyDown={(event) => historyKeys(event, open, go)}>
      <TopBar open={open} hrefOf={hrefOf} onMoved={go} />
      <div className={styles.body}>
        <SectionRail open={open} page={page} hrefOf={hrefOf} />
        <DraftPage
          open={open}
          page={page}
          services={services}
          spotlight={spotlight}
          actions={actions}
          onGo={go}
        />
        {page === CHECK_PAGE || page === PREVIEW_PAGE ? null : (
          <aside className={styles.findings} aria-label="核对结果" data-screen-only>
            <OpenRemarks open={open} now={services.now} onGo={go} section={page} />
            <FindingsPanel open={open} place={page} {...actions} />
          </aside>
        )}
      </div>
    </div>
  );
}
