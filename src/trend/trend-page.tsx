/** 历年对比: the years of one body as a table, with a small line chart in each row. */
import { useMemo } from 'react';
import type { Series, SeriesLine } from '../compare/series.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { type DataColumn, useDataTable } from '../ui/use-data-table.ts';
import styles from './trend-page.module.css';

interface TrendPageProps {
  readonly agency: string;
  readonly series: Series;
  readonly deskHref: string;
  /** The draft a year was taken from. */
  readonly hrefOfYear: (year: number) => string | undefined;
}

export function TrendPage({ agency, series, deskHref, hrefOfYear }: TrendPageProps) {
  const sections = [...new Set(series.lines.map(({ section }) => section))];
  return (
    <main className={styles.page}>
      <a href={deskHref}>返回首页</a>
      <h1>{agency} · 历年对比</h1>
      <p className={styles.note}>
        每格是这一行的总计；空白表示那一年没有填完。数字取自本机的草稿。
      </p>
      {sections.map((section) => (
        <YearsTable key={section} section={section} series={series} hrefOfYear={hrefOfYear} />
      ))}
    </main>
  );
}

interface YearsTableProps extends Pick<TrendPageProps, 'series' | 'hrefOfYear'> {
  readonly section: string;
}

function yearColumn(year: number, at: number, href: string | undefined): DataColumn<SeriesLine> {
  return {
    id: String(year),
    header: () => <a href={href}>{year}</a>,
    cell: ({ row }) => row.original.values[at]?.toFixed() ?? '',
  };
}

/** The totals of one section, a row each, with its line over the years. */
function YearsTable({ section, series, hrefOfYear }: YearsTableProps) {
  const columns = useMemo(
    (): DataColumn<SeriesLine>[] => [
      {
        id: 'label',
        header: '项目',
        cell: ({ row }) => row.original.label,
        meta: { isRowHead: true },
      },
      ...series.years.map((year, at) => yearColumn(year, at, hrefOfYear(year))),
      {
        id: 'change',
        header: '变化',
        cell: ({ row }) => (
          <Sparkline values={row.original.values.map((value) => value?.toNumber())} />
        ),
      },
    ],
    [series, hrefOfYear],
  );
  const lines = useMemo(
    () => series.lines.filter((line) => line.section === section),
    [series, section],
  );
  const model = useDataTable(columns, lines, ({ label }) => label);
  return <DataTable model={model} caption={section} className={styles.years} />;
}
