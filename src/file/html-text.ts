/** Markup as HTML text and whole pages. Everything that goes into an HTML file is escaped here. */
import type { Markup } from '../paper/markup.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const VOID_ELEMENTS = new Set(['col']);

/** Markup as HTML text. */
export function htmlOf(node: Markup | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (VOID_ELEMENTS.has(node.tag)) return `<${node.tag}${attributes}>`;
  return `<${node.tag}${attributes}>${node.children.map(htmlOf).join('')}</${node.tag}>`;
}

/** No script, nothing loaded from anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole HTML page before it is written. */
export interface HtmlPage {
  readonly title: string;
  readonly css: string;
  readonly body: Markup;
  /** Facts for programs, by name. */
  readonly meta?: Readonly<Record<string, string>>;
}

/** A page that stands alone. */
export function htmlPage({ title, css, body, meta = {} }: HtmlPage): string {
  const facts = Object.entries({ generator: '年报通', ...meta }).map(
    ([name, content]) => `<meta name="${escaped(name)}" content="${escaped(content)}">`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${facts.join('\n')}
<title>${escaped(title)}</title>
<style>${css.replace(/<\//g, '<\\/')}</style>
</head>
<body>
${htmlOf(body)}
</body>
</html>
`;
}
