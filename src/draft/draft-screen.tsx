/**
 * One draft at work: bar, guide, the page at hand, findings. Composes the screens, which do not know
 * each other.
 */
import { lazy, Suspense, useEffect, useState } from 'react';
import { BASICS } from '../checks/finding.ts';
import { CHECK_PAGE, isPage, PREVIEW_PAGE, PUBLISHED_PAGE } from '../ports/page-of-place.ts';
import type { Services } from '../ports/services.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { createValueStore, useStore } from '../ui/store.ts';
import { DraftPage } from './draft-page.tsx';
import styles from './draft-screen.module.css';
import { DraftVersions } from './draft-versions.tsx';
import { exportDraft } from './export-draft.ts';
import { ExportReminder } from './export-reminder.tsx';
import { FindingsAside } from './findings-aside.tsx';
import { LockBar } from './lock-bar.tsx';
import { findingActions, remarkGo, useGo, usePageStep } from './navigation.ts';
import { usePageKeys } from './page-keys.ts';
import { RemarksToDo } from './remarks-to-do.tsx';
import { SectionRail } from './section-rail.tsx';
import { SkipLinks } from './skip-links.tsx';
import { StateBar } from './state-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { WatchingBar } from './watching-bar.tsx';

const ShortcutSheet = lazy(async () => ({
  default: (await import('./shortcut-sheet.tsx')).ShortcutSheet,
}));

interface DraftScreenProps {
  readonly open: OpenDraft;
  readonly place: string;
  readonly services: Services;
  readonly hrefOf: (page: string) => string;
  readonly onGo: (page: string) => void;
  readonly onTakeOver: () => void;
}

export function DraftScreen(props: DraftScreenProps) {
  const { open, place, services, hrefOf, onGo } = props;
  const format = useStore(open, (state) => state.report.format);
  const page = isPage(format, place) ? place : BASICS;
  const [spotlight] = useState(() => createValueStore<readonly string[]>([]));
  const [versionsOpen, setVersionsOpen] = useState(false);
  const go = useGo(open, page, onGo);
  const actions = findingActions(open, spotlight, go);
  useEffect(() => open.setPlace(page), [open, page]);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const onHelp = () => setHelpOpen(true);
  const onPage = usePageStep(open, page, onGo);
  const goToRemark = remarkGo(open, go);
  usePageKeys({ open, go, onPage, onFinding: actions.onGo, onRemark: goToRemark, onHelp });
  const hasFindings = ![CHECK_PAGE, PREVIEW_PAGE, PUBLISHED_PAGE].includes(page);
  return (
    <div className={styles.screen}>
      <SkipLinks hasFindings={hasFindings} />
      <TopBar
        open={open}
        hrefOf={hrefOf}
        onMoved={go}
        onVersions={() => setVersionsOpen(true)}
        onExport={async () => {
          const failed = await exportDraft(open, 'json', services);
          if (failed) open.announce(`${failed.problem}。${failed.advice}`);
        }}
        largeType={services.largeType}
        missingCopies={services.missingCopies}
        onHelp={onHelp}
      />
      {versionsOpen ? (
        <DraftVersions open={open} services={services} onClose={() => setVersionsOpen(false)} />
      ) : null}
      <WatchingBar open={open} onTakeOver={props.onTakeOver} />
      <LockBar open={open} page={page} services={services} />
      <StateBar open={open} isPrinted={page === CHECK_PAGE} />
      <ExportReminder open={open} services={services} onGo={go} />
      <div className={styles.body}>
        <SectionRail open={open} page={page} hrefOf={hrefOf} />
        <DraftPage
          open={open}
          page={page}
          services={services}
          spotlight={spotlight}
          actions={actions}
          onGoToRemark={goToRemark}
          hrefOf={hrefOf}
          onNext={() => onPage(1)}
        />
        {hasFindings ? (
          <FindingsAside open={open} place={page} actions={actions}>
            <RemarksToDo open={open} now={services.now} onGo={goToRemark} section={page} />
          </FindingsAside>
        ) : null}
      </div>
      {isHelpOpen ? (
        <Suspense fallback={null}>
          <ShortcutSheet onClose={() => setHelpOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
