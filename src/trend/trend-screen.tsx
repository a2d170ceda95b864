/** The years of one body, from the drafts on this machine. */

import { useMemo } from 'react';
import { seriesOf } from '../compare/series.ts';
import { formatById } from '../formats/registry.ts';
import { DESK, hashOf } from '../ports/route.ts';
import { readableDrafts, type Services } from '../ports/services.ts';
import { agencyName } from '../report/raw-report.ts';
import { understand } from '../report/report.ts';
import { TrendPage } from './trend-page.tsx';

interface TrendScreenProps {
  readonly agency: string;
  readonly services: Services;
}

export function TrendScreen({ agency, services }: TrendScreenProps) {
  const drafts = useMemo(
    () => readableDrafts(services).filter(({ raw }) => agencyName(raw) === agency),
    [agency, services],
  );
  const series = useMemo(
    () =>
      seriesOf(
        drafts.flatMap(({ raw }) => {
          const format = formatById(services.formats, raw.format);
          return format ? [understand(raw, format)] : [];
        }),
      ),
    [drafts, services.formats],
  );
  const hrefOfYear = (year: number) => {
    const draft = drafts.find(({ raw }) => raw.year === year);
    return draft && hashOf({ at: 'draft', id: draft.id, place: draft.place });
  };
  return (
    <TrendPage agency={agency} series={series} deskHref={hashOf(DESK)} hrefOfYear={hrefOfYear} />
  );
}
