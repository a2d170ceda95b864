/**
 * A file of ours that cannot simply become a draft: it is another version of a draft on this machine,
 * or a sealed one that was edited outside. Looks up the kept versions, asks, and does what is chosen.
 */
import { useEffect, useState } from 'react';
import { EditedDialog } from '../changes/edited-dialog.tsx';
import { UpdateDialog } from '../changes/update-dialog.tsx';
import { type Difference, differencesBetween } from '../compare/differences.ts';
import type { Merging } from '../compare/merge.ts';
import type { Draft } from '../drafts/draft.ts';
import { commonVersionOf, PASSED_ON } from '../drafts/seen-versions.ts';
import type { BrokenSeal } from '../file/broken-seal.ts';
import { toReportFile } from '../file/report-file.ts';
import type { Format } from '../formats/format.ts';
import { formatById } from '../formats/registry.ts';
import { readableDrafts, type Services } from '../ports/services.ts';
import { isReportOn, type RawReport } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import type { Failure } from '../report/result.ts';
import { STATE_RULES } from '../report/status.ts';
import type { Arrival } from './arrivals.ts';

interface FileArrivalProps {
  readonly arrival: Arrival;
  readonly services: Services;
  /** The file as a draft of its own. */
  readonly onBegin: (raw: RawReport) => void;
  readonly onUpdate: (existing: Draft, merged: RawReport) => void;
  readonly onOpen: (existing: Draft) => void;
  readonly onClose: () => void;
}

export function FileArrival(props: FileArrivalProps) {
  const { arrival } = props;
  return arrival.kind === 'version' ? (
    <VersionArrival {...props} arrival={arrival} />
  ) : (
    <EditedArrival {...props} arrival={arrival} />
  );
}

type Version = Extract<Arrival, { kind: 'version' }>;
type Edited = Extract<Arrival, { kind: 'edited' }>;

function VersionArrival({
  arrival: { raw, existing },
  services,
  ...on
}: FileArrivalProps & { readonly arrival: Version }) {
  const [found, setFound] = useState<{ merging: Merging; unread: Failure | undefined }>();
  const { restorePoints, formats } = services;
  useEffect(() => {
    const format = formatById(formats, raw.format);
    if (!format) return;
    void restorePoints.of(existing.id).then((points) => {
      const base = points.ok ? commonVersionOf(raw, points.value) : undefined;
      const merging = { base, here: existing.raw, file: raw, format };
      setFound({ merging, unread: points.ok ? undefined : points.failure });
    });
  }, [raw, existing, restorePoints, formats]);
  if (!found) return null;
  return (
    <UpdateDialog
      merging={found.merging}
      unread={found.unread}
      onUpdate={(merged) => on.onUpdate(existing, merged)}
      onAnother={() => on.onBegin(raw)}
      onOpen={() => on.onOpen(existing)}
      onClose={on.onClose}
    />
  );
}

function digestAs(raw: RawReport, format: Format, version: 1 | 2): string {
  return toReportFile(understand(raw, format), [], version).digest;
}

interface KeptVersions {
  readonly versions: readonly RawReport[];
  /** Why some are not among them, where the database did not give them. */
  readonly unread: Failure | undefined;
}

/** The versions of the body's report of the year that are kept here, the drafts themselves too. */
async function keptVersions(raw: RawReport, services: Services): Promise<KeptVersions> {
  const own = readableDrafts(services).filter((draft) =>
    isReportOn(draft.raw, raw.agency.name, raw.year),
  );
  const points = await Promise.all(own.map(({ id }) => services.restorePoints.of(id)));
  const passed = points
    .flatMap((read) => (read.ok ? read.value : []))
    .filter(({ reason }) => PASSED_ON.has(reason));
  const versions = [...own.map((draft) => draft.raw), ...passed.map(({ draft }) => draft.raw)];
  const refused = points.find(({ ok }) => !ok);
  return { versions, unread: refused && !refused.ok ? refused.failure : undefined };
}

/** What differs from the kept original; without it, `unread` says whether it could be looked for. */
interface FromOriginal {
  readonly list: readonly Difference[] | undefined;
  readonly unread: Failure | undefined;
}

/** What differs from the kept original: the version with the fingerprint, else the last sealed one. */
async function differencesFromOriginal(
  { raw, sealed }: BrokenSeal['edited'],
  services: Services,
): Promise<FromOriginal> {
  const format = formatById(services.formats, raw.format);
  if (!format) return { list: undefined, unread: undefined };
  const { versions, unread } = await keptVersions(raw, services);
  const kept = versions.filter((one) => one.format === format.id);
  const original =
    sealed && kept.find((one) => digestAs(one, format, sealed.version) === sealed.digest);
  const last = original ?? kept.find(({ status }) => STATE_RULES[status].isSealed);
  return { list: last && differencesBetween(last, raw, format), unread };
}

/** The file as a copy that says what it was made from. */
function markedCopy({ raw, parts }: BrokenSeal['edited'], at: string): RawReport {
  const reason = `副本：由定稿以后被改动过的文件建成，改动在${parts.join('、')}`;
  const step = { status: 'draft', by: '', at, reason, left: 0 } as const;
  return { ...raw, status: 'draft', steps: [...(raw.steps ?? []), step] };
}

function EditedArrival({
  arrival: { name, failure },
  services,
  ...on
}: FileArrivalProps & { readonly arrival: Edited }) {
  const [found, setFound] = useState<FromOriginal>();
  const { edited } = failure;
  useEffect(() => {
    void differencesFromOriginal(edited, services).then(setFound);
  }, [edited, services]);
  if (!found) return null;
  return (
    <EditedDialog
      fileName={name}
      parts={edited.parts}
      differences={found.list}
      unread={found.unread}
      onCopy={() => on.onBegin(markedCopy(edited, services.now()))}
      onClose={on.onClose}
    />
  );
}
