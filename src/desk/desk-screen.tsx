/**
 * The desk with its dealings: new drafts, files, bin. Asks where a report exists already; what a file
 * turns out to be stands in `arrivals.ts`.
 */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Draft } from '../drafts/draft.ts';
import type { FormatRegistry } from '../formats/registry.ts';
import { PUBLISHED_PAGE } from '../ports/page-of-place.ts';
import { fileSource, pastedSource, type Source } from '../ports/read-source.ts';
import { hashOf } from '../ports/route.ts';
import { readableDrafts, type Services } from '../ports/services.ts';
import type { Reading } from '../reading/reading.ts';
import { inFormatOfYear, newReport, type RawReport, reportName } from '../report/raw-report.ts';
import type { Result } from '../report/result.ts';
import { SAMPLES } from '../samples/sample-drafts.ts';
import type { PendingUpdates } from '../session/pending-updates.ts';
import { LargeTypeSwitch } from '../ui/large-type-switch.tsx';
import { useStore } from '../ui/store.ts';
import { type Arrival, type Intake, likelyYear, outcomeOf } from './arrivals.ts';
import { ClashDialog, type ReportClash } from './clash-dialog.tsx';
import { Desk, type DeskActions } from './desk.tsx';
import { DeskKeeping } from './desk-keeping.tsx';
import styles from './desk-screen.module.css';
import { sameReport } from './draft-summary.ts';
import type { ReadingNow } from './reading-progress.tsx';
import { storeNewDraft, storeUpdate } from './store-arrival.ts';
import { useDeskDrafts } from './use-desk-drafts.ts';
import { useReading } from './use-reading.ts';

/** Asks about files of ours; most desks never see one. */
const FileArrival = lazy(async () => ({
  default: (await import('./file-arrival.tsx')).FileArrival,
}));

const IntakePage = lazy(async () => ({
  default: (await import('../intake/intake-page.tsx')).IntakePage,
}));

const SAMPLE_LINKS = SAMPLES.map(({ name, label }) => ({
  label,
  href: hashOf({ at: 'sample', id: name, place: '' }),
}));

function goToDraft(draft: Pick<Draft, 'id' | 'place'>): void {
  window.location.hash = hashOf({ at: 'draft', id: draft.id, place: draft.place });
}

interface DeskScreenProps {
  readonly services: Services;
  readonly pendingUpdates: PendingUpdates;
}

export function DeskScreen({ services, pendingUpdates }: DeskScreenProps) {
  const { formats } = services;
  const drafts = useDeskDrafts(services);
  const [clash, setClash] = useState<ReportClash>();
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  const [intakes, setIntakes] = useState<readonly Intake[]>([]);

  const begin = (raw: RawReport, isFile: boolean) =>
    goToDraft(storeNewDraft(services, raw, isFile));
  const offer = (raw: RawReport, isFile: boolean) => {
    const existing = sameReport(readableDrafts(services), raw.agency.name, raw.year);
    if (existing) setClash({ raw, existing, isFile });
    else begin(raw, isFile);
  };
  const take = (name: string, read: Result<Reading>) => {
    const outcome = outcomeOf(name, read, readableDrafts(services));
    if (outcome.kind === 'foreign') setIntakes((waiting) => [...waiting, outcome]);
    else if (outcome.kind === 'new') begin(outcome.raw, true);
    else if (outcome.kind === 'refused') drafts.addFailure(outcome.failure);
    else setArrivals((waiting) => [...waiting, outcome]);
  };
  const reading = useReading(services, take);
  const readSources = (sources: readonly Source[]) => {
    drafts.setFailures([]);
    void reading.read(sources);
  };
  const [arrival] = arrivals;
  const [intake, ...later] = intakes;
  if (intake && !reading.now) {
    return (
      <IntakeView
        key={`${intake.name} ${intakes.length}`}
        intake={intake}
        formats={formats}
        onAccept={(raw) => {
          setIntakes(later);
          offer(inFormatOfYear(raw, formats), true);
        }}
        onCancel={() => setIntakes(later)}
      />
    );
  }
  const create: DeskActions['onCreate'] = (agency, year) => {
    const raw = newReport(formats, agency, year);
    if (raw) offer(raw, false);
  };
  return (
    <DeskView
      services={services}
      drafts={drafts}
      reading={reading.now}
      onCreate={create}
      onRead={readSources}
    >
      {arrival ? (
        <Suspense fallback={null}>
          <FileArrival
            arrival={arrival}
            services={services}
            onBegin={(raw) => begin(raw, true)}
            onUpdate={async (existing, merged) =>
              goToDraft(await storeUpdate(services, pendingUpdates, existing, merged))
            }
            onOpen={goToDraft}
            onClose={() => setArrivals(arrivals.slice(1))}
          />
        </Suspense>
      ) : null}
      {clash ? (
        <ClashDialog
          clash={clash}
          onBegin={(raw) => begin(raw, true)}
          onOpen={goToDraft}
          onClose={() => setClash(undefined)}
        />
      ) : null}
    </DeskView>
  );
}

interface IntakeViewProps {
  readonly intake: Intake;
  readonly formats: FormatRegistry;
  readonly onAccept: (raw: RawReport) => void;
  readonly onCancel: () => void;
}

/** The page on which a foreign report is looked at, loaded with the first of them. */
function IntakeView({ intake, ...rest }: IntakeViewProps) {
  return (
    <Suspense fallback={null}>
      <IntakePage fileName={intake.name} reading={intake.reading} {...rest} />
    </Suspense>
  );
}

interface DeskViewProps {
  readonly services: Services;
  readonly drafts: ReturnType<typeof useDeskDrafts>;
  readonly reading: ReadingNow | undefined;
  readonly onCreate: DeskActions['onCreate'];
  readonly onRead: (sources: readonly Source[]) => void;
  /** Dialogs over the desk. */
  readonly children: ReactNode;
}

function DeskView({ services, drafts, reading, onCreate, onRead, children }: DeskViewProps) {
  const { formats, repository, now } = services;
  const recovered = useStore(services.recovered, (found) => found);
  return (
    <>
      <p className={styles.switch} data-screen-only>
        <LargeTypeSwitch largeType={services.largeType} />
      </p>
      <Desk
        formats={formats}
        stored={drafts.stored}
        bin={drafts.bin}
        samples={SAMPLE_LINKS}
        likelyYear={likelyYear(now())}
        failures={drafts.failures}
        reading={reading}
        recovered={recovered.map(({ raw }) => reportName(raw))}
        keeping={
          <DeskKeeping
            services={services}
            onChanged={drafts.refresh}
            onFailure={(failure) => drafts.setFailures(failure ? [failure] : [])}
          />
        }
        isUnsaved={(id) => repository.unsaved(id) !== undefined}
        hrefOf={({ id, place }) => hashOf({ at: 'draft', id, place })}
        hrefOfPublished={({ id }) => hashOf({ at: 'draft', id, place: PUBLISHED_PAGE })}
        hrefOfYears={(agency) => hashOf({ at: 'years', agency })}
        actions={{
          ...drafts.actions,
          onCreate,
          onOpenFiles: (files) => onRead(files.map(fileSource)),
          onPasted: (text) => onRead([pastedSource(text)]),
        }}
      />
      {children}
    </>
  );
}
