/** The desk with its dealings: new drafts, files, bin; asks where a report exists already. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Draft } from '../drafts/draft.ts';
import { draftOfFile } from '../drafts/seen-versions.ts';
import { isBrokenSeal } from '../file/broken-seal.ts';
import { CHECK_PAGE, PREVIEW_PAGE, PUBLISHED_PAGE } from '../ports/page-of-place.ts';
import { fileSource, pastedSource, type Source } from '../ports/read-source.ts';
import { hashOf } from '../ports/route.ts';
import { readableDrafts, type Services } from '../ports/services.ts';
import type { Reading } from '../reading/reading.ts';
import { inFormatOfYear, newReport, type RawReport } from '../report/raw-report.ts';
import type { Failure, Result } from '../report/result.ts';
import { SAMPLES } from '../samples/sample-drafts.ts';
import type { PendingUpdates } from '../session/pending-updates.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { LargeTypeSwitch } from '../ui/large-type-switch.tsx';
import { useStore } from '../ui/store.ts';
import { Desk } from './desk.tsx';
import { DeskKeeping } from './desk-keeping.tsx';
import styles from './desk-screen.module.css';
import { sameReport } from './draft-summary.ts';
import type { Arrival } from './file-arrival.tsx';
import { useReading } from './use-reading.ts';

/** A report that would be the second of its body and year, and the first. */
interface Clash {
  readonly raw: RawReport;
  readonly existing: Draft;
  readonly isFile: boolean;
}

/** Asks about files of ours; most desks never see one. */
const FileArrival = lazy(async () => ({
  default: (await import('./file-arrival.tsx')).FileArrival,
}));

/** A report read from a foreign document, waiting to be looked at. */
interface Intake {
  readonly name: string;
  readonly reading: Reading;
}

const IntakePage = lazy(async () => ({
  default: (await import('../intake/intake-page.tsx')).IntakePage,
}));

const SAMPLE_LINKS = SAMPLES.map(({ name, label }) => ({
  label,
  href: hashOf({ at: 'sample', id: name, place: '' }),
}));

/** Reports are written from autumn on for the year at hand, before that for the year before. */
function likelyYear(now: string): number {
  const today = new Date(now);
  return today.getMonth() >= 9 ? today.getFullYear() : today.getFullYear() - 1;
}

function goToDraft(draft: Pick<Draft, 'id' | 'place'>): void {
  window.location.hash = hashOf({ at: 'draft', id: draft.id, place: draft.place });
}

interface DeskScreenProps {
  readonly services: Services;
  readonly pendingUpdates: PendingUpdates;
}

export function DeskScreen({ services, pendingUpdates: fresh }: DeskScreenProps) {
  const { formats, repository, now } = services;
  const [stored, setStored] = useState(() => repository.list());
  const [bin, setBin] = useState(() => repository.bin());
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [clash, setClash] = useState<Clash>();
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  const [intakes, setIntakes] = useState<readonly Intake[]>([]);

  const tell = (failure: Failure | undefined) => setFailures(failure ? [failure] : []);
  const refresh = useCallback(() => {
    setStored(repository.list());
    setBin(repository.bin());
  }, [repository]);
  const recovered = useStore(services.recovered, (drafts) => drafts);
  // Second copies may come back while the desk is looked at.
  useEffect(() => services.recovered.subscribe(refresh), [services, refresh]);
  const begin = (raw: RawReport, isFile: boolean) => {
    const draft = { id: services.newId(), revision: 0, savedAt: now(), raw, place: '' };
    // A refusal is told where the work goes on: the draft is held in memory.
    repository.save(draft);
    if (isFile) void services.restorePoints.add(draft, 'imported');
    goToDraft(draft);
  };
  const offer = (raw: RawReport, isFile: boolean) => {
    const existing = sameReport(readableDrafts(services), raw.agency.name, raw.year);
    if (existing) setClash({ raw, existing, isFile });
    else begin(raw, isFile);
  };
  const takeOwn = (raw: RawReport) => {
    const existing = draftOfFile(raw, readableDrafts(services));
    if (!existing) begin(raw, true);
    else setArrivals((waiting) => [...waiting, { kind: 'version', raw, existing }]);
  };
  const take = (name: string, read: Result<Reading>) => {
    if (read.ok && read.value.document.blocks.length > 0) {
      setIntakes((waiting) => [...waiting, { name, reading: read.value }]);
    } else if (read.ok) takeOwn(read.value.report);
    else {
      const { failure: failed } = read;
      if (!isBrokenSeal(failed)) setFailures((told) => [...told, failed]);
      else setArrivals((waiting) => [...waiting, { kind: 'edited', name, failure: failed }]);
    }
  };
  const update = async (existing: Draft, merged: RawReport) => {
    const isKept = await services.restorePoints.add(existing, 'beforeUpdate');
    // What another window could not store is in the second copy alone: it is set aside, not replaced.
    await services.recover();
    const place = merged.status === 'returned' ? CHECK_PAGE : PREVIEW_PAGE;
    const unexportedSince = existing.unexportedSince ?? now();
    const updated = { ...existing, raw: merged, place, unexportedSince };
    const saved = repository.save(updated);
    const imported = services.restorePoints.add(saved.ok ? saved.value : updated, 'imported');
    // A database that did not take the first is not waited for a second time.
    if (isKept) await imported;
    const step = { label: '用文件更新', place, before: existing.raw, after: merged };
    fresh.set(existing.id, step);
    goToDraft(updated);
  };
  const reading = useReading(services, take);
  const readSources = (sources: readonly Source[]) => {
    setFailures([]);
    void reading.read(sources);
  };
  const [arrival] = arrivals;
  const [intake, ...later] = intakes;
  if (intake && !reading.now) {
    return (
      <Suspense fallback={null}>
        <IntakePage
          key={`${intake.name} ${intakes.length}`}
          fileName={intake.name}
          reading={intake.reading}
          formats={formats}
          onAccept={(raw) => {
            setIntakes(later);
            offer(inFormatOfYear(raw, formats), true);
          }}
          onCancel={() => setIntakes(later)}
        />
      </Suspense>
    );
  }

  return (
    <>
      <p className={styles.switch} data-screen-only>
        <LargeTypeSwitch largeType={services.largeType} />
      </p>
      <Desk
        formats={formats}
        stored={stored}
        bin={bin}
        samples={SAMPLE_LINKS}
        likelyYear={likelyYear(now())}
        failures={failures}
        reading={reading.now}
        recovered={recovered.map(({ raw }) => `${raw.agency.name} ${raw.year}年`)}
        keeping={<DeskKeeping services={services} onChanged={refresh} onFailure={tell} />}
        isUnsaved={(id) => repository.unsaved(id) !== undefined}
        hrefOf={({ id, place }) => hashOf({ at: 'draft', id, place })}
        hrefOfPublished={({ id }) => hashOf({ at: 'draft', id, place: PUBLISHED_PAGE })}
        hrefOfYears={(agency) => hashOf({ at: 'years', agency })}
        actions={{
          onCreate: (agency, year) => {
            const raw = newReport(formats, agency, year);
            if (raw) offer(raw, false);
          },
          onOpenFiles: (files) => readSources(files.map(fileSource)),
          onPasted: (text) => readSources([pastedSource(text)]),
          onDelete: (id) => {
            const removed = repository.remove(id);
            tell(removed.ok ? undefined : removed.failure);
            refresh();
            return removed.ok;
          },
          onRestore: (id) => {
            const restored = repository.restore(id);
            tell(restored.ok ? undefined : restored.failure);
            refresh();
          },
          onErase: async (id) => {
            const erased = await repository.erase(id);
            tell(erased.ok ? undefined : erased.failure);
            refresh();
          },
          onRescue: (id) =>
            services.saveFile({
              name: `草稿原文_${id}.txt`,
              mime: 'text/plain',
              content: repository.rawText(id) ?? '',
            }),
        }}
      />
      {arrival ? (
        <Suspense fallback={null}>
          <FileArrival
            arrival={arrival}
            services={services}
            onBegin={(raw) => begin(raw, true)}
            onUpdate={update}
            onOpen={goToDraft}
            onClose={() => setArrivals(arrivals.slice(1))}
          />
        </Suspense>
      ) : null}
      {clash ? (
        <ClashDialog clash={clash} onBegin={begin} onClose={() => setClash(undefined)} />
      ) : null}
    </>
  );
}

interface ClashDialogProps {
  readonly clash: Clash;
  readonly onBegin: (raw: RawReport, isFile: boolean) => void;
  readonly onClose: () => void;
}

function ClashDialog({ clash: { raw, existing, isFile }, onBegin, onClose }: ClashDialogProps) {
  const another = { label: '用文件内容另建一份', onChoose: () => onBegin(raw, true) };
  return (
    <ConfirmDialog
      title="已经有这一年的年报"
      text={`本机已有 ${raw.agency.name} ${raw.year}年的年报。一个机关一年只报一份，打开已有的那份继续填写？`}
      answers={[
        { label: '打开已有的', onChoose: () => goToDraft(existing) },
        ...(isFile ? [another] : []),
        { label: '取消', onChoose: onClose },
      ]}
    />
  );
}
