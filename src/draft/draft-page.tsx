/** The page of a draft that the address asks for: a section, the basics, the check, the preview. */
import { Activity, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { BASICS } from '../checks/finding.ts';
import { BasicsForm } from '../editor/basics-form.tsx';
import { SectionEditor } from '../editor/section-editor.tsx';
import type { ExportKind } from '../export/hand-over.ts';
import { CheckPage } from '../findings/check-page.tsx';
import type { FindingActions } from '../findings/finding-list.tsx';
import { BASICS_HEADING } from '../findings/findings-summary.ts';
import type { Format, Section } from '../formats/format.ts';
import { CHECK_PAGE, PREVIEW_PAGE, PUBLISHED_PAGE, pagesOf } from '../ports/page-of-place.ts';
import { fileSource, pastedSource, readSource } from '../ports/read-source.ts';
import { hashOf, RULES_ROUTE } from '../ports/route.ts';
import { readableDrafts, type Services } from '../ports/services.ts';
import type { HandOverActions } from '../preview/hand-over-panel.tsx';
import { isReportOn, type RawReport, type Remark } from '../report/raw-report.ts';
import { success } from '../report/result.ts';
import type { LastingState } from '../review/use-review.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { useStore, type ValueStore } from '../ui/store.ts';
import { comparePage } from './compare-page.ts';
import styles from './draft-page.module.css';
import { copyDraft, exportDraft, exportPicture } from './export-draft.ts';
import { RemarksToDo } from './remarks-to-do.tsx';
import { MAIN_ID } from './skip-links.tsx';

/** The paper and its writers are loaded when they are first looked at. */
const PreviewPage = lazy(async () => {
  const { PreviewPage: Page } = await import('../preview/preview-page.tsx');
  return { default: Page };
});

const PublishedPage = lazy(async () => ({
  default: (await import('../changes/published-page.tsx')).PublishedPage,
}));

const HEADINGS: Readonly<Record<string, string>> = {
  [BASICS]: BASICS_HEADING,
  [CHECK_PAGE]: '核对',
  [PREVIEW_PAGE]: '预览与导出',
  [PUBLISHED_PAGE]: '核对公布的网页',
};

interface DraftPageProps {
  readonly open: OpenDraft;
  readonly page: string;
  readonly services: Services;
  readonly spotlight: ValueStore<readonly string[]>;
  readonly actions: FindingActions;
  readonly onGoToRemark: (remark: Remark) => void;
  readonly hrefOf: (page: string) => string;
  /** To the next page of the guide. */
  readonly onNext: () => void;
}

export function DraftPage(props: DraftPageProps) {
  const { open, page, onNext } = props;
  const format = useStore(open, ({ report }) => report.format);
  const next = pagesOf(format)[pagesOf(format).indexOf(page) + 1];
  return (
    <main id={MAIN_ID} tabIndex={-1} className={styles.page} data-page={page}>
      <div className={styles.headline} data-screen-only>
        <h1>{headingOf(format, page)}</h1>
        {next ? (
          <button
            type="button"
            data-quiet
            className={styles.next}
            title="Alt+PageDown"
            onClick={onNext}
          >
            下一步：{headingOf(format, next)} →
          </button>
        ) : null}
      </div>
      <Entry open={open} isEntered={page !== PREVIEW_PAGE && page !== PUBLISHED_PAGE}>
        <Sections {...props} format={format} />
        {isSection(format, page) ? null : <PageContent {...props} format={format} />}
      </Entry>
    </main>
  );
}

type PageProps = DraftPageProps & { readonly format: Format };

function isSection(format: Format, page: string): boolean {
  return format.sections.some(({ id }) => id === page);
}

/**
 * The section at hand, and every table that was looked at before: it stays as it was left, scrolled
 * and marked, and takes no part in anything while it is out of sight.
 */
function Sections(props: PageProps) {
  const { open, page, services, spotlight, format } = props;
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const keyOf = ({ id }: Section) => `${format.id} ${id}`;
  const section = format.sections.find(({ id }) => id === page);
  if (section?.kind === 'table' && !visited.has(keyOf(section))) {
    setVisited(new Set([...visited, keyOf(section)]));
  }
  const shared = { open, format, spotlight, parsePage: services.parseHtml };
  return format.sections
    .filter((one) => one === section || visited.has(keyOf(one)))
    .map((one) => (
      <Activity key={keyOf(one)} mode={one === section ? 'visible' : 'hidden'}>
        <SectionEditor section={one} {...shared} />
      </Activity>
    ));
}

function headingOf(format: Format, page: string): string {
  return format.sections.find(({ id }) => id === page)?.heading ?? HEADINGS[page] ?? '';
}

interface EntryProps {
  readonly open: OpenDraft;
  readonly isEntered: boolean;
  readonly children: ReactNode;
}

/** All inputs of a page at once: shut while another window writes. */
function Entry({ open, isEntered, children }: EntryProps) {
  const isWriting = useStore(open, (state) => state.isWriting);
  return (
    <fieldset className={styles.entry} disabled={isEntered && !isWriting}>
      {children}
    </fieldset>
  );
}

/** The same body's draft on the year before, where it lies on this machine. */
function yearBefore(open: OpenDraft, services: Services): RawReport | undefined {
  const { agency, year } = open.getState().report.raw;
  return readableDrafts(services).find(({ raw }) => isReportOn(raw, agency.name, year - 1))?.raw;
}

interface PreviewProps extends DraftPageProps {
  readonly handOver: HandOverActions;
}

function Preview({ open, services, actions, hrefOf, handOver }: PreviewProps) {
  const { restorePoints, now, paperChoice } = services;
  const versions = useMemo(
    () => ({
      load: async () => {
        const points = await restorePoints.of(open.getState().draft.id);
        return points.ok ? points.value : [];
      },
      keep: (reason: LastingState) => void restorePoints.add(open.getState().draft, reason),
    }),
    [open, restorePoints],
  );
  return (
    <PreviewPage
      open={open}
      now={now}
      paperChoice={paperChoice}
      versions={versions}
      findingActions={actions}
      publishedHref={hrefOf(PUBLISHED_PAGE)}
      {...handOver}
    />
  );
}

/** Whatever is no section of the report. */
function PageContent(props: PageProps) {
  const { open, page, services, actions, onGoToRemark, format } = props;
  const { formats, print } = services;
  if (page === CHECK_PAGE) {
    return (
      <>
        <RemarksToDo open={open} now={services.now} onGo={onGoToRemark} />
        <CheckPage open={open} actions={actions} rulesHref={hashOf(RULES_ROUTE)} />
      </>
    );
  }
  if (page === PUBLISHED_PAGE) {
    return (
      <Suspense fallback={<p>正在打开…</p>}>
        <PublishedPage
          open={open}
          now={services.now}
          onFile={(file) => comparePage(open, fileSource(file), services)}
          onPasted={(text) => comparePage(open, pastedSource(text), services)}
        />
      </Suspense>
    );
  }
  if (page === PREVIEW_PAGE) {
    const handOver = {
      onExport: (kind: ExportKind) => exportDraft(open, kind, services),
      onCopy: () => copyDraft(open, services),
      onPicture: () => exportPicture(open, services),
      onPrint: print,
    };
    return (
      <Suspense fallback={<p>正在排版…</p>}>
        <Preview {...props} handOver={handOver} />
      </Suspense>
    );
  }
  const lastYear = {
    ownDraft: () => yearBefore(open, services),
    readFile: async (file: File) => {
      const { name, bytes } = fileSource(file);
      const read = await readSource(name, bytes, services);
      return read.ok ? success(read.value.report) : read;
    },
  };
  return <BasicsForm open={open} format={format} formats={formats} lastYear={lastYear} />;
}
