/** Hands a draft over – as a file or to the clipboard: written, read back and compared first. */

import type { ExportKind } from '../export/hand-over.ts';
import type { Services } from '../ports/services.ts';
import type { Failure } from '../report/result.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { localTime } from '../ui/local-time.ts';

/** Every kind of file is prepared alike; the writers are loaded when the first is asked for. */
async function prepare(open: OpenDraft, kind: ExportKind, services: Services) {
  const { prepareFile, preparePackage } = await import('../export/hand-over.ts');
  const { report, findings, lastYear } = open.getState();
  const { formats, parseHtml, paperCss, now } = services;
  const choice = services.paperChoice.getState();
  const tools = { formats, parseHtml, css: paperCss, choice, lastYear, at: localTime(now()) };
  return kind === 'package'
    ? preparePackage(report, findings, tools)
    : prepareFile(kind, report, findings, tools);
}

/** Gives the failure where the file could not be made true; nothing is handed over then. */
export async function exportDraft(
  open: OpenDraft,
  kind: ExportKind,
  services: Services,
): Promise<Failure | undefined> {
  const file = await prepare(open, kind, services);
  if (!file.ok) return file.failure;
  services.saveFile(file.value);
  open.markHandedOver();
  void services.restorePoints.add(open.getState().draft, 'handedOver');
  return undefined;
}

/** The report on the clipboard for the editor of a web site, with plain text beside it. */
export async function copyDraft(open: OpenDraft, services: Services): Promise<Failure | undefined> {
  const html = await prepare(open, 'fragment', services);
  if (!html.ok) return html.failure;
  const text = await prepare(open, 'text', services);
  if (!text.ok) return text.failure;
  const isCopied = await services.copy({
    html: String(html.value.content),
    text: String(text.value.content),
  });
  if (isCopied) return undefined;
  return {
    problem: '浏览器不允许写剪贴板，没有复制',
    advice: '再点一次；仍不行就用“打包全部文件”，打开其中的“网站正文”，全选复制。',
  };
}

/** 一图读懂 as PNG, drawn from the proven SVG. */
export async function exportPicture(
  open: OpenDraft,
  services: Services,
): Promise<Failure | undefined> {
  const svg = await prepare(open, 'picture', services);
  if (!svg.ok) return svg.failure;
  const content = await services.rasterise(String(svg.value.content));
  if (content) {
    const name = svg.value.name.replace(/svg$/, 'png');
    services.saveFile({ name, mime: 'image/png', content });
    return undefined;
  }
  return {
    problem: '这个浏览器画不出 PNG 图片，没有导出',
    advice: '改为导出 SVG 图片，网站和排版软件都能用。',
  };
}
