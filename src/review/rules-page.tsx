/** 检查规则: every rule there is, from the data the judges use, and what is not checked. */
import { useState } from 'react';
import { NOT_CHECKED, RULES, type RuleEntry } from '../checks/rules.ts';
import { SEVERITY_NAMES } from '../checks/words.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import styles from './rules-page.module.css';

function speaksOf(rule: RuleEntry, sought: string): boolean {
  const { id, title, advice, source } = rule;
  return `${id} ${SEVERITY_NAMES[rule.severity]} ${title} ${advice} ${source}`
    .toLowerCase()
    .includes(sought.trim().toLowerCase());
}

function formatNames(ids: readonly string[]): string {
  if (ids.length === STATUTORY_FORMATS.length) return '各格式';
  return STATUTORY_FORMATS.filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join('、');
}

export function RulesPage({ deskHref }: { readonly deskHref: string }) {
  const [sought, setSought] = useState('');
  const rules = RULES.filter((rule) => speaksOf(rule, sought));
  return (
    <main className={styles.page}>
      <a href={deskHref}>返回首页</a>
      <h1>检查规则</h1>
      <p className={styles.note}>
        错误必须改正才能定稿；提醒可能没错，要核对或说明理由；提示供参考。来源写明规则的依据。
      </p>
      <label>
        查找
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          placeholder="编号或文字，如 T3-01、结转"
        />
      </label>
      <p role="status">{rules.length} 条</p>
      <table className={styles.rules}>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">级别</th>
            <th scope="col">规则</th>
            <th scope="col">怎么办</th>
            <th scope="col">适用</th>
            <th scope="col">来源</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={`${rule.id} ${rule.title} ${rule.formats.join()}`}>
              <th scope="row">{rule.id}</th>
              <td>{SEVERITY_NAMES[rule.severity]}</td>
              <td>{rule.title}</td>
              <td>{rule.advice}</td>
              <td>{formatNames(rule.formats)}</td>
              <td>{rule.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>没有检查的</h2>
      <ul>
        {NOT_CHECKED.map(({ id, reason }) => (
          <li key={id}>
            {id}：{reason}
          </li>
        ))}
      </ul>
    </main>
  );
}
