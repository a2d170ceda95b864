/** 历年对比: the years of one body as a table, with a small line chart in each row. */
import type { Series, SeriesLine } from '../report/series.ts';
import { Sparkline } from '../ui/sparkline.tsx';
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
        <table key={section} className={styles.years}>
          <caption>{section}</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              {series.years.map((year) => (
                <th key={year} scope="col">
                  <a href={hrefOfYear(year)}>{year}</a>
                </th>
              ))}
              <th scope="col">变化</th>
            </tr>
          </thead>
          <tbody>
            {series.lines
              .filter((line) => line.section === section)
              .map((line) => (
                <YearRow key={line.label} line={line} years={series.years} />
              ))}
          </tbody>
        </table>
      ))}
    </main>
  );
}

function YearRow({ line, years }: { readonly line: SeriesLine; readonly years: Series['years'] }) {
  return (
    <tr>
      <th scope="row">{line.label}</th>
      {years.map((year, at) => (
        <td key={year}>{line.values[at]?.toFixed() ?? ''}</td>
      ))}
      <td>
        <Sparkline
          values={line.values.map((value) => (value === undefined ? undefined : value.toNumber()))}
        />
      </td>
    </tr>
  );
}
